package tsukasa.tools.desk;

import java.util.Arrays;
import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.tools.Audience;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolWords;

/// How each field of a draft is asked.
final class DraftFields {
    private DraftFields() {}

    static List<Field> of(Frame f, Kind kind, ToolWords words, Errors errors) {
        return kind.fields().stream()
                .map(name -> filled(field(f, name), words.of(name)).errors(errors))
                .toList();
    }

    private static Field filled(Field field, String value) {
        return field.kind().group() ? field.values(Arrays.asList(value.split(",", -1))) : field.value(value);
    }

    private static Field field(Frame f, String name) {
        return switch (name) {
            case "name" ->
                Field.text(name, f.say("アドレスに使う名前", "Name in addresses"))
                        .hint(
                                f.say(
                                        "英小文字、数字、ハイフン。公開したあとは変えられません。例：access-log-check",
                                        "Small letters, digits, hyphens; it never changes once published. For example access-log-check"))
                        .maxLength(50);
            case "titleJa" -> line(name, f.say("名前（日本語）", "Title in Japanese"), 100);
            case "titleEn" -> line(name, f.say("名前（英語）", "Title in English"), 100);
            case "purposeJa" -> line(name, f.say("何のためのものか、一文で（日本語）", "What it is for, one sentence in Japanese"), 200);
            case "purposeEn" -> line(name, f.say("何のためのものか、一文で（英語）", "What it is for, one sentence in English"), 200);
            case "aboutJa" ->
                Field.longText(name, f.say("説明（日本語）", "Description in Japanese"))
                        .rows(6);
            case "aboutEn" ->
                Field.longText(name, f.say("説明（英語）", "Description in English")).rows(6);
            case "audiences" -> Field.checkboxes(name, f.say("対象者", "For"), audiences(f));
            case "licence" -> line(name, f.say("ライセンス", "Licence"), 100).hint(f.say("例：MIT", "For example MIT"));
            case "platforms" ->
                Field.longText(name, f.say("動作環境", "Runs on"))
                        .hint(f.say("1行に1件", "One a line"))
                        .rows(3);
            case "supportUntil" ->
                Field.text(name, f.say("サポートの最後の日", "Last day of support"))
                        .hint(f.say(
                                "終わりを知らせるときだけ。例：2022-03-31。サポート状況はこの日から決まります。",
                                "Only to announce the end, as in 2022-03-31. The state of support follows from it."))
                        .optional();
            case "source" ->
                line(name, f.say("ソースコードのアドレス", "Address of its source"), 300).optional();
            case "contact" -> line(name, f.say("問い合わせ先", "Contact"), 300);
            default -> ofRelease(f, name);
        };
    }

    private static Field ofRelease(Frame f, String name) {
        return switch (name) {
            case "version" -> line(name, f.say("版", "Version"), 40).hint(f.say("例：1.2.0", "For example 1.2.0"));
            case "released" ->
                Field.text(name, f.say("公開日", "Released on")).hint(f.say("例：2022-01-12", "For example 2022-01-12"));
            case "notesJa" ->
                Field.longText(name, f.say("この版の内容（日本語）", "What is in it, in Japanese"))
                        .rows(5);
            case "notesEn" ->
                Field.longText(name, f.say("この版の内容（英語）", "What is in it, in English"))
                        .rows(5);
            case "parts" ->
                Field.longText(name, f.say("含まれる部品", "Its parts"))
                        .hint(
                                f.say(
                                        "1行に1件、バージョンのあるパッケージURLかCPE名。脆弱性が見つかると、版のページに表示されます。例：pkg:maven/org.apache.logging.log4j/log4j-core@2.17.1",
                                        "One a line: a package URL or CPE name with its version. Their vulnerabilities are shown with the release. For example pkg:maven/org.apache.logging.log4j/log4j-core@2.17.1"))
                        .rows(4)
                        .optional();
            case "reasonJa" ->
                Field.longText(name, f.say("取り下げる理由（日本語）", "Reason in Japanese"))
                        .rows(3);
            case "reasonEn" ->
                Field.longText(name, f.say("取り下げる理由（英語）", "Reason in English")).rows(3);
            case "whatJa" -> line(name, f.say("訂正の内容（日本語）", "What is corrected, in Japanese"), 300);
            case "whatEn" -> line(name, f.say("訂正の内容（英語）", "What is corrected, in English"), 300);
            default -> throw new IllegalStateException("no field " + name);
        };
    }

    private static Field line(String name, String label, int longest) {
        return Field.text(name, label).maxLength(longest);
    }

    private static List<Option> audiences(Frame f) {
        return Arrays.stream(Audience.values())
                .map(each -> Option.of(each.key(), f.say(each.word())))
                .toList();
    }
}
