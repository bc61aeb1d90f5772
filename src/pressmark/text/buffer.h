// Text that is written in many small pieces.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace pressmark::text {

/// Grows at its end, as a std::string does. But an append is compiled into its caller; that of std::string is a call into
/// the library, which for the module for the web is compiled for size: a tenth of the time for Markdown to HTML.
class Buffer {
 public:
  Buffer() = default;

  void reserve(std::size_t size) {
    if (size > text_.size()) text_.resize(size);
  }

  [[nodiscard]] std::size_t size() const { return used_; }
  [[nodiscard]] bool empty() const { return used_ == 0; }
  [[nodiscard]] char back() const { return text_[used_ - 1]; }

  Buffer& operator+=(char c) {
    if (used_ == text_.size()) grow(1);
    text_[used_++] = c;
    return *this;
  }
  Buffer& operator+=(std::string_view piece) {
    std::memcpy(make_room(piece.size()), piece.data(), piece.size());
    written(piece.size());
    return *this;
  }

  /// Where as many characters may be written as make_room() was asked for; written() says how many were.
  [[nodiscard]] char* make_room(std::size_t size) {
    if (text_.size() - used_ < size) grow(size);
    return text_.data() + used_;
  }
  void written(std::size_t size) { used_ += size; }

  /// What was written; nothing of it stays.
  [[nodiscard]] std::string take() {
    text_.resize(std::exchange(used_, 0));
    return std::exchange(text_, {});
  }

 private:
  void grow(std::size_t needed) {
    constexpr std::size_t smallest = 64;
    text_.resize(std::max({smallest, 2 * text_.size(), used_ + needed}));
  }

  std::string text_;  // as long as there is room
  std::size_t used_ = 0;
};

}  // namespace pressmark::text
