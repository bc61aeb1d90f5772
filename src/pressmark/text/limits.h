// Every limit that Pressmark sets on its input, in one place: limits are part of the interface.
//
// Beyond a limit the reader gets a diagnostic and the rest of the release still renders; only a source larger than
// max_source_bytes is refused outright (status too_large, an error class in JavaScript).
#pragma once

#include <cstddef>
#include <cstdint>

namespace pressmark::limits {

/// Size of a release in bytes of UTF-8, unless ParseOptions.maxBytes says otherwise.
inline constexpr std::size_t max_source_bytes = 1024 * 1024;
/// Largest value that ParseOptions.maxBytes may take: offsets fit 28 bits of a node-stream word.
inline constexpr std::size_t max_source_bytes_ceiling = 64 * 1024 * 1024;
/// Size of the front matter between its markers, in bytes.
inline constexpr std::size_t max_front_matter_bytes = 64 * 1024;
/// Nesting of lists and maps inside the front matter, and of the options that a page passes.
inline constexpr int max_front_matter_depth = 16;
/// Nesting of quotes, lists and inline markup in the Markdown tree; what lies deeper keeps its words and loses its box.
inline constexpr int max_markdown_depth = 100;
/// Statements of grades that are read from the prose of one release; what comes after is not read.
inline constexpr std::size_t max_grades = 1000;
/// Scales that a release brings, and likewise a page: the built-in ones and both of these are 64 at most.
inline constexpr std::size_t max_scales = 16;
/// Grades of such a scale; one with more is left out.
inline constexpr std::size_t max_scale_grades = 12;
/// Areas of such a scale; what comes after is left out.
inline constexpr std::size_t max_scale_areas = 60;
/// Names, labels and words of such a scale, all its lists together; what comes after is left out.
inline constexpr std::size_t max_scale_words = 400;
/// Length in bytes of each of them, and of the definition of a grade.
inline constexpr std::size_t max_scale_text_bytes = 120;
inline constexpr std::size_t max_scale_definition_bytes = 400;
/// Diagnostics of one release; the last one then says that more were left out.
inline constexpr std::size_t max_diagnostics = 200;

}  // namespace pressmark::limits
