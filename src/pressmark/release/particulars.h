// What the front matter says of a release beside its text: whom to ask, what to download, where it stands, and what has
// been changed.
//
//   contacts     contacts, contact: a text, a map or a list of both. Of a map: name, role, organisation, telephone (tel,
//                phone, mobile), email. Of a text the telephone number and the address of e-mail are found
//   attachments  attachments, attachment: an address, a map or a list of both. Of a map: url (href, file), title, type,
//                size
//   status       status: draft, embargoed, published, corrected or withdrawn, or a map of state, reason and date;
//                status.reason, status.date
//   history      history, changes: a list of texts or of maps of date and note
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/release/dates.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::release {

struct Contact {
  std::optional<std::string> name, role, organisation;
  std::optional<std::string> telephone;      // as written
  std::optional<std::string> telephone_uri;  // "tel:+441632960001"; nothing where the number cannot be read
  std::optional<std::string> email;          // an address that can be used

  [[nodiscard]] bool empty() const { return !name && !role && !organisation && !telephone && !email; }
};

struct Attachment {
  std::string url;    // allowed and resolved, see markdown::safe_url
  std::string title;  // the name of the file where no other is stated
  std::optional<std::string> type, size;
};

/// Where a release stands in its life.
enum class Standing { draft, embargoed, published, corrected, withdrawn };

struct Status {
  Standing standing = Standing::published;
  std::optional<std::string> reason;
  std::optional<Moment> date;
  text::Span span;
};

struct Change {
  std::optional<Moment> date;
  std::string note;
};

struct Particulars {
  std::vector<Contact> contacts;
  std::vector<Attachment> attachments;
  std::optional<Status> status;
  std::vector<Change> history;  // in the author's order
};

[[nodiscard]] std::string_view name_of(Standing standing);

/// Whether a text can be an address of e-mail: one @, no blanks, a dot in what follows. Letters beyond
/// ASCII may stand in it.
[[nodiscard]] bool is_email(std::string_view text);

/// Fills in the telephone number and its address; nothing is lost where the number cannot be read.
void set_telephone(Contact& contact, std::string_view telephone);

/// Each fault costs no more than what it stands in, and becomes a diagnostic.
[[nodiscard]] Particulars read_particulars(const text::Source& source, const front_matter::FrontMatter& front_matter,
                                           std::string_view base_url, const DateOptions& dates,
                                           text::Diagnostics& diagnostics);

}  // namespace pressmark::release
