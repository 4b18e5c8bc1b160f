package tsukasa.plan.reading;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;

/// What was typed behind `plan import`.
sealed interface ImportArguments {
    Text HELP = Text.of("""
            使い方: tsukasa plan import ファイル [--out フォルダー] [--json] [--profile 名前] [--print]
              年度計画のテキストを読み取り、見つかったものと、迷ったところを報告します。
              --out フォルダー   計画パッケージ（plan.yaml ほか）を書き出します
              --json             結果を JSON で標準出力に出します
              --profile 名前     番号の様式を指定します（指定しなければ自動で判断します）
              --print            読み取った計画を文字に戻して出します
              終了コード: 0 読み取れた / 1 計画ではない、または読めない / 2 使い方の誤り / 3 計算の合わない数字がある""", """
            Usage: tsukasa plan import FILE [--out DIR] [--json] [--profile NAME] [--print]
              Reads the plain text of an annual plan and reports what it found and what it was unsure of.
              --out DIR       write a plan package (plan.yaml and what belongs to it)
              --json          report as JSON on standard output
              --profile NAME  read by this numbering style (default: the one that fits best)
              --print         print the plan back as text
              Exit codes: 0 read, 1 no plan or not readable, 2 wrong usage, 3 read, but figures do not add up""");
    Text MISSING = Text.of("ファイルがありません。名前を確かめてください。", "There is no such file. Check the name.");
    Text DIRECTORY = Text.of("フォルダーです。計画のテキストファイルを指定してください。", "This is a folder. Give the text file of the plan.");
    Text UNREADABLE = Text.of("ファイルを読めません。読み取りの許可を確かめてください。", "The file cannot be read. Check its permissions.");

    record Help() implements ImportArguments {}

    record Wrong(Text what) implements ImportArguments {}

    record Wanted(Path file, Optional<Path> folder, boolean json, Optional<String> profile, boolean print)
            implements ImportArguments {}

    static ImportArguments parse(List<String> args) {
        Iterator<String> words = args.iterator();
        Optional<String> file = Optional.empty();
        Optional<String> folder = Optional.empty();
        Optional<String> profile = Optional.empty();
        boolean json = false;
        boolean print = false;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--json" -> json = true;
                case "--print" -> print = true;
                case "--out", "--profile" -> {
                    if (!words.hasNext()) {
                        return new Wrong(needsValue(word));
                    }
                    String value = words.next();
                    folder = word.equals("--out") ? Optional.of(value) : folder;
                    profile = word.equals("--profile") ? Optional.of(value) : profile;
                }
                default -> {
                    if (word.startsWith("--") || file.isPresent()) {
                        return new Wrong(unknown(word));
                    }
                    file = Optional.of(word);
                }
            }
        }
        return wanted(file, folder, json, profile, print);
    }

    private static ImportArguments wanted(
            Optional<String> file, Optional<String> folder, boolean json, Optional<String> profile, boolean print) {
        if (file.isEmpty()) {
            return new Wrong(Text.of("ファイルを指定してください。", "Give a file."));
        }
        if (json && print) {
            return new Wrong(Text.of("--json と --print は一緒に使えません。", "--json and --print exclude each other."));
        }
        try {
            return new Wanted(Path.of(file.get()), folder.map(Path::of), json, profile, print);
        } catch (InvalidPathException e) {
            return new Wrong(Text.of("ファイル名として使えません: " + e.getInput(), "Not a file name: " + e.getInput()));
        }
    }

    private static Text needsValue(String option) {
        return Text.of(option + " の後に値が要ります。", option + " needs a value.");
    }

    private static Text unknown(String word) {
        return Text.of("「" + word + "」の意味が分かりません。", "Not understood: " + word);
    }

    static Text written(Path folder) {
        return Text.of("計画パッケージを " + folder + " に書き出しました。", "Plan package written to " + folder + ".");
    }
}
