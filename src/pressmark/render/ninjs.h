// A release as an IPTC ninjs 3.0 object, for the systems of newsrooms.
#pragma once

#include <string>
#include <string_view>

#include "pressmark/render/view.h"

namespace pressmark::render {

/// Field names of ninjs 3.0: uri, standard, type, language, versionCreated (the time of publication), embargoed,
/// pubStatus (withheld while the embargo holds), headlines, descriptions, bodies (text/plain and text/html), places.
/// ninjs demands a uri; a release that names no address of its own has none, and whoever takes it in must give it one.
[[nodiscard]] std::string ninjs(const View& view, std::string_view body_text, std::string_view body_html);

}  // namespace pressmark::render
