/// 職員の画面: staff find any case, read all of it, put mistakes right and withdraw, always with a reason.
@NullMarked
package tsukasa.scheme.casework;

import org.jspecify.annotations.NullMarked;
