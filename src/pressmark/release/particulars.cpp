#include "pressmark/release/particulars.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "pressmark/markdown/url.h"
#include "pressmark/release/telephone.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/nearest.h"
#include "pressmark/text/words.h"

namespace pressmark::release {
namespace {

using front_matter::Entry;
using front_matter::Value;
using front_matter::ValueKind;
using text::filled;
using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 5> standings = {"draft", "embargoed", "published", "corrected", "withdrawn"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t start = text.find_first_not_of(spaces);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(spaces) - start + 1);
}

/// The words of a value, or nothing where it holds none.
std::optional<std::string> words_of(const Value& value) {
  const std::string_view words = trimmed(value.scalar);
  if (!value.is_scalar() || value.kind == ValueKind::null || words.empty()) return {};
  return std::string(words);
}

/// What may stand between two parts of a contact: "Ada Field, 01632 960001; ada@example.org".
std::string_view without_marks(std::string_view text) {
  constexpr std::string_view marks = " \t\r\n,;:|/-";
  while (!text.empty() && marks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  while (!text.empty() && marks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  return text;
}

/// The word with an @ in a text.
std::optional<std::string_view> email_in(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return {};
  constexpr std::string_view ends = " \t\r\n,;<>()|";
  const std::size_t before = text.find_last_of(ends, at);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  std::string_view word = text.substr(start, text.find_first_of(ends, at) - start);
  if (word.starts_with("mailto:")) word.remove_prefix(7);
  while (word.ends_with('.')) word.remove_suffix(1);
  if (!is_email(word)) return {};
  return word;
}

/// The last part of an address as its author wrote it, with its spaces and without what follows a ? or #.
std::string file_name(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  const std::size_t slash = url.rfind('/');
  std::string name(slash == std::string_view::npos ? url : url.substr(slash + 1));
  constexpr std::string_view space = "%20";
  for (std::size_t at = 0; (at = name.find(space, at)) != std::string::npos; ++at) name.replace(at, space.size(), " ");
  return name;
}

class Reader {
 public:
  Reader(const text::Source& source, const front_matter::FrontMatter& front_matter, std::string_view base_url,
         const DateOptions& dates, text::Diagnostics& diagnostics)
      : source_(source), map_(front_matter.metadata), base_url_(base_url), dates_(dates), diagnostics_(diagnostics) {}

  Particulars read() {
    for_each_item({"contacts", "contact"}, [&](const Value& value) { read_contact(value); });
    for_each_item({"attachments", "attachment"}, [&](const Value& value) { read_attachment(value); });
    read_status();
    for_each_item({"history", "changes"}, [&](const Value& value) { read_change(value); });
    return std::move(found_);
  }

 private:
  /// The items of the first list that is there; one value counts as a list of it.
  template <class Read>
  void for_each_item(std::initializer_list<std::string_view> paths, const Read& read) {
    for (const std::string_view path : paths) {
      const Entry* entry = map_.find_path(path);
      if (!entry || entry->value.kind == ValueKind::null) continue;
      if (!entry->value.is_list()) return read(entry->value);
      for (const Value& item : entry->value.items) {
        if (item.kind != ValueKind::null) read(item);
      }
      return;
    }
  }

  static const Entry* entry_named(const Value& map, Names names) {
    for (const Entry& entry : map.entries) {
      if (is_named(entry, names)) return &entry;
    }
    return nullptr;
  }

  static bool is_named(const Entry& entry, Names names) {
    return std::find(names.begin(), names.end(), text::lowered(entry.key)) != names.end();
  }

  std::optional<std::string> words_named(const Value& map, Names names) {
    const Entry* entry = entry_named(map, names);
    if (!entry) return {};
    std::optional<std::string> words = words_of(entry->value);
    if (!words && entry->value.kind != ValueKind::null) report_not_text(*entry);
    for (const Entry& other : map.entries) {
      const bool same = &other != entry && words && is_named(other, names) && words_of(other.value);
      if (!same) continue;
      diagnostics_.warning(
          "release-second-entry", other.key_span,
          filled("“{}” is not shown, as there is room for one and “{}” stands first. Write it in an item of its own.",
                 other.key, entry->key));
    }
    return words;
  }

  void report_not_text(const Entry& entry) {
    diagnostics_.warning("release-field-not-text", entry.key_span,
                         filled("“{}” should be followed by one line of text, so it is left out.", entry.key));
  }

  /// Entries of a map that mean nothing here. `known`: the names to write; `others`: further ones that are understood.
  void check_keys(const Value& map, Names known, Names others, std::string_view what) {
    for (const Entry& entry : map.entries) {
      if (is_named(entry, known) || is_named(entry, others)) continue;
      const auto meant = text::nearest(entry.key, known);
      std::string message = filled("“{}” means nothing in {} and is not shown.", entry.key, what);
      std::optional<text::Fix> fix;
      if (meant && !entry_named(map, Names(&*meant, 1))) {
        message += filled(" Did you mean “{}”?", *meant);
        fix = text::Fix{filled("Write {}", *meant), entry.key_span, std::string(*meant)};
      }
      diagnostics_.warning("release-unknown-entry", entry.key_span, std::move(message), std::move(fix));
    }
  }

  // Contacts

  void read_contact(const Value& value) {
    Contact contact;
    if (value.is_map()) {
      contact = contact_of_map(value);
    } else if (const auto words = words_of(value)) {
      contact = contact_of_words(*words);
    }
    if (contact.empty()) {
      diagnostics_.warning("release-contact-empty", value.span,
                           "This contact has neither a name nor a telephone number nor an address of e-mail, so it is "
                           "not shown.");
      return;
    }
    if (!contact.telephone && !contact.email) {
      diagnostics_.info("release-contact-unreachable", value.span,
                        "This contact has neither a telephone number nor an address of e-mail, so nobody can reach it.");
    }
    found_.contacts.push_back(std::move(contact));
  }

  Contact contact_of_map(const Value& map) {
    static constexpr std::array<std::string_view, 5> known = {"name", "role", "organisation", "telephone", "email"};
    static constexpr std::array<std::string_view, 10> others = {"title",  "job", "organization", "org",    "tel",
                                                                "phone", "mobile", "e-mail",     "mail", "number"};
    static constexpr std::array<std::string_view, 1> name = {"name"};
    static constexpr std::array<std::string_view, 3> role = {"role", "title", "job"};
    static constexpr std::array<std::string_view, 3> organisation = {"organisation", "organization", "org"};
    static constexpr std::array<std::string_view, 5> telephone = {"telephone", "tel", "phone", "mobile", "number"};
    static constexpr std::array<std::string_view, 3> email = {"email", "e-mail", "mail"};
    check_keys(map, known, others, "a contact");
    Contact contact;
    contact.name = words_named(map, name);
    contact.role = words_named(map, role);
    contact.organisation = words_named(map, organisation);
    if (const auto number = words_named(map, telephone)) {
      set_telephone(contact, *number);
      if (!contact.telephone_uri) report_telephone(*number, entry_named(map, telephone)->value.span);
    }
    if (auto address = words_named(map, email)) {
      if (address->starts_with("mailto:")) address->erase(0, 7);
      if (is_email(*address)) {
        contact.email = std::move(address);
      } else {
        report_email(*address, entry_named(map, email)->value.span);
      }
    }
    return contact;
  }

  void report_telephone(std::string_view number, text::Span span) {
    diagnostics_.warning("release-contact-telephone", span,
                         filled("“{}” does not read as a telephone number, so it is shown but cannot be called. Write "
                                "it as in 01632 960001 or +44 1632 960001, and one number alone.",
                                number));
  }

  void report_email(std::string_view address, text::Span span) {
    diagnostics_.warning(
        "release-contact-email", span,
        filled("“{}” is no address of e-mail, so it is not shown. Write it as in press@example.org.", address));
  }

  Contact contact_of_words(std::string_view words) {
    Contact contact;
    std::string_view name = words;
    const auto cut = [&](std::size_t at) { name = name.substr(0, std::min(at, name.size())); };
    if (const auto email = email_in(words)) {
      contact.email = std::string(*email);
      cut(static_cast<std::size_t>(email->data() - words.data()));
    }
    if (const auto telephone = find_telephone(words)) {
      contact.telephone = std::string(words.substr(telephone->from, telephone->to - telephone->from));
      contact.telephone_uri = telephone->uri;
      cut(telephone->from);
    }
    name = without_marks(name);
    const std::size_t last_word = name.find_last_of(" ,;:|/") + 1;  // 0 where there is one word
    if (text::has_alike("email\ne-mail\ntelephone\ntel\ntel.\nphone\nmobile", name.substr(last_word)))
      name = without_marks(name.substr(0, last_word));
    if (!name.empty()) contact.name = std::string(name);
    return contact;
  }

  // Attachments

  void read_attachment(const Value& value) {
    static constexpr std::array<std::string_view, 4> known = {"url", "title", "type", "size"};
    static constexpr std::array<std::string_view, 5> others = {"href", "file", "link", "name", "format"};
    static constexpr std::array<std::string_view, 4> address_names = {"url", "href", "file", "link"};
    static constexpr std::array<std::string_view, 2> title = {"title", "name"};
    static constexpr std::array<std::string_view, 2> type = {"type", "format"};
    static constexpr std::array<std::string_view, 1> size = {"size"};
    if (value.is_map()) check_keys(value, known, others, "an attachment");
    const std::optional<std::string> address = value.is_map() ? words_named(value, address_names) : words_of(value);
    if (!address) {
      diagnostics_.warning("release-attachment-without-url", value.span,
                           "This attachment names no file, so it is not shown. Write “url: …” with its address.");
      return;
    }
    const std::string written = markdown::decode_entities(*address);
    const auto url = markdown::safe_url(written, base_url_, markdown::UrlUse::link);
    if (!url) {
      const text::Span span = value.is_map() ? entry_named(value, address_names)->value.span : value.span;
      diagnostics_.warning(
          "release-url-refused", span,
          filled("“{}” is no web address that can be used here, so it is left out. It should begin with https://.",
                 *address));
      return;
    }
    Attachment attachment{*url, file_name(written), {}, {}};
    if (value.is_map()) {
      if (auto words = words_named(value, title)) attachment.title = std::move(*words);
      attachment.type = words_named(value, type);
      attachment.size = words_named(value, size);
    }
    found_.attachments.push_back(std::move(attachment));
  }

  // Status and history

  void read_status() {
    static constexpr std::array<std::string_view, 1> state = {"state"}, reason = {"reason"}, date = {"date"};
    static constexpr std::array<std::string_view, 3> known = {"state", "reason", "date"};
    const Entry* entry = map_.find_path("status");
    if (!entry || entry->value.kind == ValueKind::null) return;
    const Value& value = entry->value;
    const Entry* stated = value.is_map() ? entry_named(value, state) : entry;
    if (value.is_map()) check_keys(value, known, {}, "the status");
    const auto word = stated ? words_of(stated->value) : std::nullopt;
    if (!word) {
      diagnostics_.warning("release-status-unknown", entry->key_span,
                           "The status is not stated. Write draft, embargoed, published, corrected or withdrawn.");
      return;
    }
    auto standing = std::find(standings.begin(), standings.end(), text::lowered(*word));
    // "embargo", "Embargoed until Friday", "under embargo": an embargo must not be lost to its wording.
    if (text::begins_alike(*word, "embargo") || text::begins_alike(*word, "under embargo")) {
      standing = standings.begin() + static_cast<int>(Standing::embargoed);
    }
    if (standing == standings.end()) return report_standing(*word, stated->value.span);
    Status status;
    status.standing = static_cast<Standing>(standing - standings.begin());
    status.span = stated->value.span;
    const Entry* reason_entry = value.is_map() ? entry_named(value, reason) : map_.find_path("status.reason");
    if (reason_entry) status.reason = words_of(reason_entry->value);
    const Entry* date_entry = value.is_map() ? entry_named(value, date) : map_.find_path("status.date");
    if (date_entry) status.date = date_of(date_entry->value);
    const bool unexplained = status.standing >= Standing::corrected && !status.reason;
    found_.status = std::move(status);
    if (!unexplained) return;
    diagnostics_.info("release-status-without-reason", found_.status->span,
                      filled("Readers are not told why this release was {}. State the reason as “status.reason”.",
                             name_of(found_.status->standing)));
  }

  void report_standing(std::string_view word, text::Span span) {
    const auto meant = text::nearest(word, standings);
    diagnostics_.warning(
        "release-status-unknown", span,
        filled("“{}” is no status that is known here, so it is left out. {}", word,
               meant ? filled("Did you mean “{}”?", *meant)
                     : "Write draft, embargoed, published, corrected or withdrawn."),
        meant ? std::optional(text::Fix{filled("Write {}", *meant), span, std::string(*meant)}) : std::nullopt);
  }

  std::optional<Moment> date_of(const Value& value) {
    const auto words = words_of(value);
    if (!words) return {};
    return read_moment(*words, value.span, source_, dates_, diagnostics_);
  }

  void read_change(const Value& value) {
    static constexpr std::array<std::string_view, 2> known = {"date", "note"};
    static constexpr std::array<std::string_view, 4> others = {"change", "text", "reason", "what"};
    static constexpr std::array<std::string_view, 5> note = {"note", "change", "text", "reason", "what"};
    static constexpr std::array<std::string_view, 1> date = {"date"};
    Change change;
    if (value.is_map()) {
      check_keys(value, known, others, "a change");
      if (const Entry* entry = entry_named(value, date)) change.date = date_of(entry->value);
      change.note = words_named(value, note).value_or("");
    } else {
      change.note = words_of(value).value_or("");
    }
    if (change.note.empty()) {
      diagnostics_.warning("release-change-without-note", value.span,
                           "This entry does not say what was changed, so it is not shown. Write “note: …”.");
      return;
    }
    found_.history.push_back(std::move(change));
  }

  const text::Source& source_;
  const Value& map_;
  std::string_view base_url_;
  const DateOptions& dates_;
  text::Diagnostics& diagnostics_;
  Particulars found_;
};

}  // namespace

std::string_view name_of(Standing standing) { return standings[static_cast<std::size_t>(standing)]; }

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
  if (text.find_first_of(" \t\r\n,;:<>()[]?&%#/=\"\\") != std::string_view::npos) return false;
  if (text.find("\uFFFD") != std::string_view::npos) return false;  // bytes that were no text
  const std::string_view domain = text.substr(at + 1);
  const std::size_t dot = domain.rfind('.');
  return dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size() && domain.front() != '.' &&
         domain.find("..") == std::string_view::npos;
}

void set_telephone(Contact& contact, std::string_view telephone) {
  contact.telephone = std::string(telephone);
  contact.telephone_uri = telephone_uri(telephone);
}

Particulars read_particulars(const text::Source& source, const front_matter::FrontMatter& front_matter,
                             std::string_view base_url, const DateOptions& dates, text::Diagnostics& diagnostics) {
  return Reader(source, front_matter, base_url, dates, diagnostics).read();
}

}  // namespace pressmark::release
