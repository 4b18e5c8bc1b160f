package tsukasa.naming.purl;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tsukasa.naming.PackageUrl;

/// Takes a package URL apart from both ends: scheme and type from the left; subpath, qualifiers and version from the
/// right.
final class PurlReader {
    private static final int LONGEST = 8_192;

    private PurlReader() {}

    static PackageUrl read(String text, boolean strict) {
        if (text.length() > LONGEST) {
            throw new NotAUrl("長すぎます", "Too long", LONGEST);
        }
        if (!text.regionMatches(true, 0, "pkg:", 0, 4)) {
            throw new NotAUrl("purl は pkg: で始まります", "A package URL begins with pkg:", 0);
        }
        var from = skipSlashes(text, 4);
        var end = text.length();
        var hash = text.indexOf('#', from);
        var subpath = hash < 0 ? null : text.substring(hash + 1, end);
        end = hash < 0 ? end : hash;
        var question = text.substring(0, end).indexOf('?', from);
        var qualifiers = question < 0
                ? new TreeMap<String, String>()
                : qualifiers(text.substring(question + 1, end), question + 1, strict);
        end = question < 0 ? end : question;
        var slash = text.indexOf('/', from);
        if (slash < 0 || slash >= end) {
            throw new NotAUrl("種別の後に名前がありません", "No name after the type", end);
        }
        var type = text.substring(from, slash);
        from = skipSlashes(text, slash);
        var sign = versionSign(text, from, end);
        var version = sign < 0 ? null : Encoded.decode(text.substring(sign + 1, end), sign);
        var path = segments(text.substring(Math.min(from, end), sign < 0 ? end : sign), from, false);
        if (path.isEmpty() || sign > 0 && text.charAt(sign - 1) == '/') {
            throw new NotAUrl("名前がありません", "No name", end);
        }
        var name = path.removeLast();
        var namespace = path.isEmpty() ? null : String.join("/", path);
        return PurlTypes.normal(type, namespace, name, version, qualifiers, subpath(subpath, hash));
    }

    static PackageUrl build(
            @Nullable String type,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String version,
            Map<String, String> given,
            @Nullable String subpath) {
        var qualifiers = new TreeMap<String, String>();
        given.forEach((key, value) -> put(qualifiers, key, value, 0));
        if (name == null || name.isEmpty()) {
            throw new NotAUrl("名前がありません", "No name", 0);
        }
        var path = namespace == null ? null : String.join("/", segments(namespace.replace("%", "%25"), 0, false));
        return PurlTypes.normal(
                type == null ? "" : type,
                path,
                name,
                version,
                qualifiers,
                subpath(subpath == null ? null : subpath.replace("%", "%25"), 0));
    }

    private static int skipSlashes(String text, int from) {
        while (from < text.length() && text.charAt(from) == '/') {
            from++;
        }
        return from;
    }

    /// The last `@`, unless it begins a segment that others follow, as the scope of npm does.
    private static int versionSign(String text, int from, int end) {
        var sign = text.lastIndexOf('@', end - 1);
        if (sign < from) {
            return -1;
        }
        var beginsSegment = sign == from || text.charAt(sign - 1) == '/';
        var slashAfter = text.indexOf('/', sign);
        return beginsSegment && slashAfter >= 0 && slashAfter < end ? -1 : sign;
    }

    private static ArrayList<String> segments(String path, int offset, boolean dots) {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/", -1)) {
            var decoded = Encoded.decode(segment, offset);
            if (!decoded.isEmpty() && !(dots && (decoded.equals(".") || decoded.equals("..")))) {
                segments.add(decoded);
            }
        }
        return segments;
    }

    private static @Nullable String subpath(@Nullable String text, int offset) {
        return text == null ? null : String.join("/", segments(text, offset, true));
    }

    private static TreeMap<String, String> qualifiers(String text, int offset, boolean strict) {
        var qualifiers = new TreeMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals < 0) {
                if (pair.isEmpty()) {
                    continue;
                }
                throw new NotAUrl("修飾子に = がありません", "A qualifier without =", offset);
            }
            var key = pair.substring(0, equals);
            if (strict && !key.equals(key.toLowerCase(Locale.ROOT))) {
                throw new NotAUrl("修飾子の名前は小文字です", "Keys of qualifiers are in lower case", offset);
            }
            put(qualifiers, key, Encoded.decode(pair.substring(equals + 1), offset), offset);
        }
        return qualifiers;
    }

    private static void put(TreeMap<String, String> qualifiers, String key, String value, int at) {
        var lower = key.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || !lower.chars().allMatch(PurlReader::keySign) || Character.isDigit(lower.charAt(0))) {
            throw new NotAUrl("修飾子の名前に使えない文字があります", "Not a key of a qualifier", at);
        }
        if (!value.isEmpty() && qualifiers.put(lower, value) != null) {
            throw new NotAUrl("修飾子が重なっています", "A qualifier is given twice", at);
        }
    }

    private static boolean keySign(int sign) {
        return sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9' || sign == '.' || sign == '-' || sign == '_';
    }
}
