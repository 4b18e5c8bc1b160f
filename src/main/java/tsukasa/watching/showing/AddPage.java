package tsukasa.watching.showing;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.watching.WatchList;

/// この製品を見守る: one product goes into one of one's lists.
///
/// @param product as the database numbers it
/// @param chosen  the list, empty for a new one
public record AddPage(
        Frame frame,
        long product,
        String called,
        String name,
        String version,
        List<WatchList> lists,
        String chosen,
        Errors errors)
        implements Page {
    public AddPage {
        lists = List.copyOf(lists);
    }

    public Field versionField() {
        return Field.text("version", frame.say("使っている版", "Version in use"))
                .optional()
                .hint(frame.say(
                        "例：2.14.1。書かないと、製品のすべての版について「可能性あり」として知らせます。",
                        "For example 2.14.1. Without one, every entry about the product counts as possible."))
                .maxLength(200)
                .width(Field.Width.MEDIUM)
                .value(version)
                .errors(errors);
    }

    public Field listField() {
        return listField(frame, lists, chosen);
    }

    static Field listField(Frame f, List<WatchList> lists, String chosen) {
        return Field.select(
                        "list",
                        f.say("見守りリスト", "Watch list"),
                        java.util.stream.Stream.concat(
                                        lists.stream()
                                                .map(list -> Option.of(list.id().toString(), list.name())),
                                        java.util.stream.Stream.of(
                                                Option.of("", f.say("新しいリストを作る", "Make a new list"))))
                                .toList())
                .value(chosen);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return frame.say(called + "を見守る", "Watch " + called);
    }
}
