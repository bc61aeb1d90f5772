# The toolchain of whichever Emscripten is on the path: its own file, found through its own program.
execute_process(COMMAND em-config EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE
                RESULT_VARIABLE em_config_result ERROR_VARIABLE em_config_error)
if(NOT em_config_result EQUAL 0)
  message(FATAL_ERROR "Emscripten is not installed, or em-config is not on the path: run scripts/setup. (${em_config_result} ${em_config_error})")
endif()
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
