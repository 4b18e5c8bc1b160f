/// 登録簿の公開: everyone may search the register, read an entry with its history, and take the data away.
@NullMarked
package tsukasa.scheme.lookup;

import org.jspecify.annotations.NullMarked;
