# Makes a C++ file of the packed catalogues: cmake -DINPUT=... -DOUTPUT=... -P embed_messages.cmake
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${OUTPUT} "extern const unsigned char boctach_message_data[];\nalignas(16) const unsigned char boctach_message_data[] = {${bytes}};\n")
