package tsukasa.naming.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Maven's order. `.` parts items; `-` between digits opens a list of lower weight; letters next to digits part by
/// themselves.
/// At one place come: qualifiers before a release, the release, `sp` and unknown qualifiers, lists, numbers.
/// Zeros before a qualifier of a preview are dropped, without which the order would run in circles (`1.0.alpha`,
/// `1-sp`, `1`).
final class MavenOrder implements Comparator<String> {
    private static final List<String> KNOWN = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");
    private static final int RELEASE = KNOWN.indexOf("");

    @Override
    public int compare(String one, String other) {
        var left = read(one);
        var right = read(other);
        while (true) {
            var length = Math.max(left.items.size(), right.items.size());
            for (var at = 0; at < length; at++) {
                var result = items(left.item(at), right.item(at));
                if (result != 0) {
                    return result;
                }
            }
            if (left.more == null || right.more == null) {
                return Boolean.compare(left.more != null, right.more != null);
            }
            left = left.more;
            right = right.more;
        }
    }

    private static int items(Item one, Item other) {
        var byKind = Integer.compare(one.rank(), other.rank());
        if (byKind != 0 || one.rank() != Item.NUMBER && one.rank() != Item.LATER && one.rank() != Item.EARLIER) {
            return byKind;
        }
        return one.rank() == Item.NUMBER
                ? Digits.compare(one.text, other.text)
                : one.order != other.order ? Integer.compare(one.order, other.order) : one.text.compareTo(other.text);
    }

    private static Level read(String version) {
        var text = version.toLowerCase(Locale.ENGLISH);
        var levels = new ArrayList<Level>();
        var level = new Level();
        levels.add(level);
        var from = 0;
        var digits = false;
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (sign == '.' || sign == '-') {
                level.add(at == from ? "0" : text.substring(from, at), at == from || digits, false);
                from = at + 1;
                if (sign == '-' && digits) {
                    level.trim();
                    if (from < text.length() && Digits.is(text.charAt(from))) {
                        level = new Level();
                        levels.add(level);
                    }
                }
            } else if (Digits.is(sign) != digits) {
                if (at > from) {
                    level.add(text.substring(from, at), digits, !digits);
                    if (digits) {
                        level.trim();
                    }
                    from = at;
                }
                digits = !digits;
            }
        }
        if (text.length() > from) {
            level.add(text.substring(from), digits, false);
        }
        return joined(levels);
    }

    /// From the innermost list outwards; a list that begins with a qualifier has no weight of its own and joins its
    /// parent.
    private static Level joined(List<Level> levels) {
        Level inner = null;
        for (var at = levels.size() - 1; at >= 0; at--) {
            var level = levels.get(at);
            if (inner != null
                    && !inner.items.isEmpty()
                    && inner.items.getFirst().rank() != Item.NUMBER) {
                level.items.addAll(inner.items);
                level.more = inner.more;
            } else if (inner != null && (!inner.items.isEmpty() || inner.more != null)) {
                level.more = inner;
            }
            if (level.more == null) {
                level.trim();
            }
            level.dropZeros();
            inner = level;
        }
        return inner == null ? new Level() : inner;
    }

    /// The items up to the list that ends them, if there is one.
    private static final class Level {
        private final List<Item> items = new ArrayList<>();
        private @Nullable Level more;

        void add(String text, boolean number, boolean beforeDigits) {
            items.add(number ? new Item(text, -1) : qualifier(text, beforeDigits));
        }

        /// Past the last item there is a list, if any, else nothing.
        Item item(int at) {
            return at < items.size() ? items.get(at) : at == items.size() && more != null ? Item.LIST_ITEM : Item.NONE;
        }

        void trim() {
            while (!items.isEmpty() && items.getLast().empty()) {
                items.removeLast();
            }
        }

        void dropZeros() {
            var kept = new ArrayList<Item>(items.size());
            for (var item : items) {
                while (item.rank() == Item.EARLIER
                        && !kept.isEmpty()
                        && kept.getLast().empty()) {
                    kept.removeLast();
                }
                kept.add(item);
            }
            items.clear();
            items.addAll(kept);
        }

        private static Item qualifier(String text, boolean beforeDigits) {
            var name = text;
            if (beforeDigits && text.length() == 1) {
                name = switch (text.charAt(0)) {
                    case 'a' -> "alpha";
                    case 'b' -> "beta";
                    case 'm' -> "milestone";
                    default -> text;
                };
            }
            name = switch (name) {
                case "ga", "final", "release" -> "";
                case "cr" -> "rc";
                default -> name;
            };
            var order = KNOWN.indexOf(name);
            return new Item(name, order < 0 ? KNOWN.size() : order);
        }
    }

    /// A number (order -1) or a qualifier with its place among the known ones.
    private record Item(String text, int order) {
        static final int EARLIER = 0;
        static final int NOTHING = 1;
        static final int LATER = 2;
        static final int LIST = 3;
        static final int NUMBER = 4;
        static final Item NONE = new Item("", RELEASE);
        static final Item LIST_ITEM = new Item("", Integer.MIN_VALUE);

        int rank() {
            return order == -1
                    ? NUMBER
                    : order == Integer.MIN_VALUE
                            ? LIST
                            : order < RELEASE ? EARLIER : order == RELEASE ? NOTHING : LATER;
        }

        boolean empty() {
            return order == RELEASE || order == -1 && Digits.zero(text, 0, text.length());
        }
    }
}
