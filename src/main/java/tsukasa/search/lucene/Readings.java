package tsukasa.search.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Under which beginnings a name is suggested: itself, from each of its words on, and as it is read aloud.
final class Readings {
    private static final int LONGEST = 80;
    private static final int MOST = 4;
    private static final int REMEMBERED = 20_000;
    private final JapaneseTokenizer words = new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.NORMAL);
    private final CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
    private final ReadingAttribute reading = words.addAttribute(ReadingAttribute.class);

    private final Map<String, Set<String>> remembered = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    static String key(String typed) {
        StringBuilder key = new StringBuilder(Folded.fold(typed));
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= 0x3041 && c <= 0x3096) {
                key.setCharAt(i, (char) (c + 0x60));
            }
        }
        String plain = key.toString().strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /// Not for several threads at once.
    Set<String> of(String name) throws IOException {
        Set<String> known = remembered.get(name);
        if (known == null) {
            known = read(name, key(name));
            remembered.put(name, known);
        }
        return known;
    }

    private Set<String> read(String name, String whole) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(whole);
        for (int i = 1; i < whole.length() && keys.size() < MOST; i++) {
            if (!Character.isLetterOrDigit(whole.charAt(i - 1))
                    && whole.charAt(i - 1) != 'ー'
                    && Character.isLetterOrDigit(whole.charAt(i))) {
                keys.add(whole.substring(i));
            }
        }
        if (whole.chars().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF)) {
            keys.add(key(aloud(Folded.fold(name))));
        }
        return keys;
    }

    private String aloud(String name) throws IOException {
        StringBuilder sound = new StringBuilder();
        words.setReader(new StringReader(name));
        words.reset();
        while (words.incrementToken()) {
            String read = reading.getReading();
            sound.append(read == null ? term : read);
        }
        words.end();
        words.close();
        return sound.toString();
    }
}
