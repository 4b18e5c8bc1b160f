package tsukasa.kernel;

/// The two ways of writing the same sound. Long vowels and all else stay as they are.
public final class Kana {
    private static final int APART = 'ァ' - 'ぁ';

    private Kana() {}

    public static String katakana(String text) {
        return moved(text, 'ぁ', 'ゖ', APART);
    }

    public static String hiragana(String text) {
        return moved(text, 'ァ', 'ヶ', -APART);
    }

    private static String moved(String text, char first, char last, int by) {
        StringBuilder moved = new StringBuilder(text.length());
        text.chars().forEach(c -> moved.append((char) (c >= first && c <= last ? c + by : c)));
        return moved.toString();
    }
}
