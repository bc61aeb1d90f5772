// Reads the options that a page passes, as JSON, into ParseOptions. A wrong value is an error that names its key.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "pressmark/pressmark.h"

namespace pressmark::c_interface {

/// What is wrong with the options, for a developer.
struct BadOption {
  std::string message;
};

/// `json` is an object with the names of ParseOptions in web/core/types.js, `now` in Unix seconds; empty: all defaults.
/// Keys that are not known are left alone, so that a newer page can talk to an older core.
[[nodiscard]] std::variant<ParseOptions, BadOption> read_options(std::string_view json);

}  // namespace pressmark::c_interface
