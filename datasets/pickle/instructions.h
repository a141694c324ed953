// The instructions of pickles, protocols 0 to 5.
#pragma once

#include <array>
#include <cstdint>

namespace mica::pickle {

// The instructions that are followed, by Python's names.
enum Op : std::uint8_t {
    MARK = '(',
    STOP = '.',
    POP = '0',
    POP_MARK = '1',
    DUP = '2',
    FLOAT = 'F',
    INT = 'I',
    BININT = 'J',
    BININT1 = 'K',
    LONG = 'L',
    BININT2 = 'M',
    NONE = 'N',
    REDUCE = 'R',
    BINSTRING = 'T',
    SHORT_BINSTRING = 'U',
    BINUNICODE = 'X',
    APPEND = 'a',
    BUILD = 'b',
    GLOBAL = 'c',
    STRING = 'S',
    UNICODE = 'V',
    DICT = 'd',
    EMPTY_DICT = '}',
    APPENDS = 'e',
    GET = 'g',
    BINGET = 'h',
    LONG_BINGET = 'j',
    LIST = 'l',
    EMPTY_LIST = ']',
    PUT = 'p',
    BINPUT = 'q',
    LONG_BINPUT = 'r',
    SETITEM = 's',
    TUPLE = 't',
    EMPTY_TUPLE = ')',
    SETITEMS = 'u',
    BINFLOAT = 'G',
    PROTO = 0x80,
    TUPLE1 = 0x85,
    TUPLE2 = 0x86,
    TUPLE3 = 0x87,
    NEWTRUE = 0x88,
    NEWFALSE = 0x89,
    LONG1 = 0x8a,
    BINBYTES = 'B',
    SHORT_BINBYTES = 'C',
    SHORT_BINUNICODE = 0x8c,
    BINUNICODE8 = 0x8d,
    BINBYTES8 = 0x8e,
    STACK_GLOBAL = 0x93,
    MEMOIZE = 0x94,
    FRAME = 0x95,
    BYTEARRAY8 = 0x96
};

struct Refused {
    std::uint8_t op;
    const char* name;
};
/// Not followed: they make objects of a program's own, or name what lies outside the file. For texts, which are
/// followed where nothing in them is escaped, the name is for the refusal.
inline constexpr std::array kRefused{Refused{'P', "PERSID"},
                                     Refused{'Q', "BINPERSID"},
                                     Refused{'S', "STRING"},
                                     Refused{'V', "UNICODE"},
                                     Refused{'i', "INST"},
                                     Refused{'o', "OBJ"},
                                     Refused{0x81, "NEWOBJ"},
                                     Refused{0x82, "EXT1"},
                                     Refused{0x83, "EXT2"},
                                     Refused{0x84, "EXT4"},
                                     Refused{0x8b, "LONG4"},
                                     Refused{0x8f, "EMPTY_SET"},
                                     Refused{0x90, "ADDITEMS"},
                                     Refused{0x91, "FROZENSET"},
                                     Refused{0x92, "NEWOBJ_EX"},
                                     Refused{0x97, "NEXT_BUFFER"},
                                     Refused{0x98, "READONLY_BUFFER"}};

}  // namespace mica::pickle
