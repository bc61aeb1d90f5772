// Contacts on a page: an h-card, whose telephone numbers and addresses of e-mail are links.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "pressmark/release/particulars.h"
#include "pressmark/render/words.h"
#include "pressmark/render/writer.h"

namespace pressmark::render {

/// Words with their telephone numbers as links.
void write_with_telephones(Writer& writer, std::string_view words);

/// Bytes [from, to) of a line that are a name.
struct NamePlace {
  std::size_t from = 0, to = 0;
};

/// The name with which the first line of a contact begins: "Ada Field, press officer", "Name: Ada Field". `ends_here`:
/// the line ends with these words. Empty where the name is still to come, behind "Name: "; nothing where the words are a
/// sentence or name no one.
[[nodiscard]] std::optional<NamePlace> name_in(std::string_view words, bool ends_here);

/// The lines of a contact that is stated as data, in one paragraph; nothing for an empty one. `mark`: names the language
/// of Pressmark's own words where it must be named, else empty.
void write_contact(Writer& writer, const release::Contact& contact, Language language, std::string_view mark);

}  // namespace pressmark::render
