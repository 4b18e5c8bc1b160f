package tsukasa.watching.showing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Tab;
import tsukasa.watching.Letters;
import tsukasa.watching.WatchList;

/// What a list is called, and how its owner hears of it.
///
/// @param mail     where letters go
/// @param fresh    the address of a feed that was just made, shown this once
/// @param feedSince in words, null where there is none
public record SettingsPage(
        Frame frame,
        WatchList list,
        List<Tab> tabs,
        String name,
        String note,
        String mail,
        @Nullable String fresh,
        @Nullable String feedSince,
        Hook hook,
        Errors errors)
        implements Page {
    public SettingsPage {
        tabs = List.copyOf(tabs);
    }

    /// Where happenings are handed to.
    ///
    /// @param address  as it is shown, empty where there is none
    /// @param typed    what could not be an address
    /// @param stopped  whether it is not written to any more
    /// @param secret   shown this once
    public record Hook(
            String address,
            String typed,
            String state,
            boolean stopped,
            @Nullable String secret,
            List<Delivery> deliveries) {
        static final Hook NONE = new Hook("", "", "", false, null, List.of());

        public Hook {
            deliveries = List.copyOf(deliveries);
        }
    }

    public record Delivery(String when, String kind, String state, String detail) {}

    public Field hookField() {
        return Field.text("hook", frame.say("Webhook のアドレス", "Address of the webhook"))
                .required()
                .hint(frame.say(
                        "https:// で始まる、インターネットから見えるアドレス。", "Begins with https:// and is reachable from the internet."))
                .maxLength(1000)
                .value(hook.typed())
                .errors(errors);
    }

    public String address() {
        return "/watch/lists/" + list.id();
    }

    public Field nameField() {
        return NewListPage.name(frame, name, errors);
    }

    public Field noteField() {
        return NewListPage.note(frame, note, errors);
    }

    public Field letters() {
        return Field.radio(
                        "letters",
                        frame.say("メールを送るとき", "When to write"),
                        Arrays.stream(Letters.values())
                                .map(each -> Option.of(each.name(), frame.say(each.title()), hint(each)))
                                .toList())
                .value(list.letters().name());
    }

    private String hint(Letters letters) {
        return switch (letters) {
            case AT_ONCE -> frame.say("1通にまとめ、10分に1通までです。", "Gathered in one letter, at most one in ten minutes.");
            case DAILY -> frame.say("毎朝7時（日本時間）に、あった日だけ。", "At seven in the morning in Japan, on days with news.");
            case NEVER -> frame.say("この画面とフィードだけで見ます。", "You look here, or at the feed.");
        };
    }

    public Field languageField() {
        return Field.radio(
                        "language",
                        frame.say("メールとフィードの言語", "Language of letters and feed"),
                        List.of(Option.of("ja", "日本語"), Option.of("en", "English")))
                .value(list.language().tag());
    }

    SettingsPage wrong(String typedName, String typedNote, Errors what) {
        return new SettingsPage(frame, list, tabs, typedName, typedNote, mail, fresh, feedSince, hook, what);
    }

    SettingsPage wrongHook(String typed, Errors what) {
        Hook wrong = new Hook("", typed, "", false, null, List.of());
        return new SettingsPage(frame, list, tabs, name, note, mail, fresh, feedSince, wrong, what);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return frame.say(list.name() + "の設定", "Settings of " + list.name());
    }
}
