package tsukasa.naming.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The leading numbers of a version, for the operators that raise one of them (`^`, `~`, `~>`, `~=`).
record Release(List<String> numbers, String rest, boolean wildcard) {
    private static final int MOST = 100;

    /// Numbers up to the first `x`, `*` or other words; `rest` begins with the sign after the last number.
    static Release read(String given) {
        var text = given.startsWith("v") || given.startsWith("V") ? given.substring(1) : given;
        var numbers = new ArrayList<String>();
        var at = 0;
        while (at < text.length() && Digits.is(text.charAt(at)) && numbers.size() < MOST) {
            var end = Digits.end(text, at);
            numbers.add(text.substring(at, end));
            at = end;
            if (at + 1 < text.length() && text.charAt(at) == '.' && Digits.is(text.charAt(at + 1))) {
                at++;
            } else {
                break;
            }
        }
        var rest = text.substring(at);
        var wild = rest.startsWith(".") ? rest.substring(1) : numbers.isEmpty() ? rest : "";
        var wildcard = wild.equals("*") || wild.equalsIgnoreCase("x") || wild.matches("[xX*]([.][xX*])+");
        if (numbers.isEmpty() && !wildcard) {
            throw new NotARange("版「" + given + "」を読めません", "Not a version here: " + given, 0);
        }
        return new Release(numbers, wildcard ? "" : rest, wildcard);
    }

    String number(int at) {
        return at < numbers.size() ? numbers.get(at) : "0";
    }

    boolean zero(int at) {
        return Digits.zero(number(at), 0, number(at).length());
    }

    /// The first numbers, with the last of them raised by one; filled up with zeros to a width.
    String raised(int count, int width) {
        var raised = new ArrayList<String>();
        for (var at = 0; at < count - 1; at++) {
            raised.add(number(at));
        }
        raised.add(new BigInteger(number(count - 1)).add(BigInteger.ONE).toString());
        while (raised.size() < width) {
            raised.add("0");
        }
        return String.join(".", raised);
    }

    /// All its numbers, filled up with zeros to a width, and what follows them.
    String full(int width) {
        var full = new ArrayList<>(numbers);
        while (full.size() < width) {
            full.add("0");
        }
        return String.join(".", full) + rest;
    }

    String base(int width) {
        return new Release(numbers, "", false).full(width);
    }
}
