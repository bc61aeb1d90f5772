#include "pressmark/render/contact.h"

#include <algorithm>
#include <array>
#include <string>

#include "pressmark/markdown/url.h"
#include "pressmark/release/telephone.h"
#include "pressmark/text/ascii.h"

namespace pressmark::render {
namespace {

constexpr std::size_t longest_name = 60;  // bytes
constexpr int most_words = 5;

void write_link(Writer& writer, Class name, std::string_view address, std::string_view words) {
  writer.open(Element::a);
  writer.add_class(name);
  writer.attribute(Attribute::href, address);
  writer.text(words);
  writer.close();
}

/// Words before a colon that say that a name follows, and those that say that none does.
bool announces_name(std::string_view label) {
  static constexpr std::array<std::string_view, 5> labels = {"name", "contact", "media contact", "enw", "cyswllt"};
  return std::find(labels.begin(), labels.end(), text::lowered(label)) != labels.end();
}

bool announces_other(std::string_view label) {
  static constexpr std::array<std::string_view, 11> labels = {"telephone", "tel",   "phone", "mobile", "mob", "email",
                                                              "e-mail",    "e-bost", "web",  "website", "call"};
  const std::string lower = text::lowered(label);
  return std::find(labels.begin(), labels.end(), lower) != labels.end() || lower == "ffôn";
}

/// Writes the lines of a paragraph that is opened with the first of them.
class Lines {
 public:
  Lines(Writer& writer, Language language, std::string_view mark) : writer_(writer), language_(language), mark_(mark) {}
  ~Lines() {
    if (open_) writer_.close();
  }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  void begin_line() {
    if (open_) {
      writer_.open(Element::br);
      writer_.close();
    } else {
      writer_.open(Element::p);
    }
    open_ = true;
    in_line_ = false;
  }

  /// A part of a line, behind a comma if it is not the first.
  void part(Class name, const std::optional<std::string>& words) {
    if (!words) return;
    if (in_line_) writer_.text(", ");
    writer_.open(Element::span);
    writer_.add_class(name);
    writer_.text(*words);
    writer_.close();
    in_line_ = true;
  }

  void label(Word name) {
    begin_line();
    if (!mark_.empty()) {
      writer_.open(Element::span);
      writer_.attribute(Attribute::lang, mark_);
    }
    writer_.text(word(name, language_));
    if (!mark_.empty()) writer_.close();
    writer_.text(": ");
  }

 private:
  Writer& writer_;
  Language language_;
  std::string_view mark_;
  bool open_ = false;
  bool in_line_ = false;
};

}  // namespace

void write_with_telephones(Writer& writer, std::string_view words) {
  std::size_t written = 0;
  while (const auto found = release::find_telephone(words, written)) {
    writer.text(words.substr(written, found->from - written));
    write_link(writer, Class::p_tel, found->uri, words.substr(found->from, found->to - found->from));
    written = found->to;
  }
  if (written < words.size()) writer.text(words.substr(written));
}

std::optional<NamePlace> name_in(std::string_view words, bool ends_here) {
  std::size_t from = 0;
  const std::size_t colon = words.find(':');
  if (colon != std::string_view::npos && announces_name(words.substr(0, colon))) from = colon + 1;
  while (from < words.size() && words[from] == ' ') ++from;
  if (from == words.size() && !ends_here) return NamePlace{from, from};
  std::size_t to = std::min(words.find_first_of(",:;(|@0123456789", from), words.size());
  if (const std::size_t dash = words.find(" –", from); dash < to) to = dash;
  if (to == words.size() ? !ends_here : text::is_digit(words[to]) || words[to] == '@') return {};
  while (to > from && words[to - 1] == ' ') --to;
  const std::string_view name = words.substr(from, to - from);
  const bool sentence = std::count(name.begin(), name.end(), ' ') >= most_words || name.ends_with('.');
  if (name.size() < 2 || name.size() > longest_name || sentence || announces_other(name)) return {};
  return NamePlace{from, to};
}

void write_contact(Writer& writer, const release::Contact& contact, Language language, std::string_view mark) {
  Lines lines(writer, language, mark);
  if (contact.name || contact.role || contact.organisation) {
    lines.begin_line();
    lines.part(Class::p_name, contact.name);
    lines.part(Class::p_job_title, contact.role);
    lines.part(Class::p_org, contact.organisation);
  }
  if (contact.telephone) {
    lines.label(Word::telephone);
    if (contact.telephone_uri) {
      write_link(writer, Class::p_tel, *contact.telephone_uri, *contact.telephone);
    } else {
      writer.text(*contact.telephone);
    }
  }
  if (contact.email) {
    lines.label(Word::email);
    const auto address = markdown::safe_url("mailto:" + *contact.email, {}, markdown::UrlUse::link);
    if (address) {
      write_link(writer, Class::u_email, *address, *contact.email);
    } else {
      writer.text(*contact.email);
    }
  }
}

}  // namespace pressmark::render
