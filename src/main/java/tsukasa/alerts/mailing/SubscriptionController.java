package tsukasa.alerts.mailing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.alerts.Urgency;
import tsukasa.identity.TryLimits;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Redirect;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.MailId;

@Controller
class SubscriptionController {
    static final String PATH = "/alerts/mail";
    static final String CONFIRM = PATH + "/confirm/";
    static final String STOP = PATH + "/stop/";
    private static final int PER_NETWORK = 20;
    private final SubscriptionDesk desk;
    private final TryLimits limits;
    private final Settings settings;

    SubscriptionController(SubscriptionDesk desk, TryLimits limits, Settings settings) {
        this.desk = desk;
        this.limits = limits;
        this.settings = settings;
    }

    @GetMapping(PATH)
    SubscribePage form(Frame f) {
        return page(f, "", Urgency.INFO.name(), f.language().tag(), true, Errors.none());
    }

    /// Says the same whether the address is a subscriber's or not, and when it was written to too often.
    @PostMapping(PATH)
    Answer ask(
            Frame f,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String least,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String updates) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        Optional<Urgency> urgency = Subscription.urgency(least);
        Errors errors = errors(f, email, address.isPresent(), urgency.isPresent());
        if (address.isEmpty() || urgency.isEmpty()) {
            String shortened = email.substring(0, Math.min(254, email.length()));
            return page(f, shortened, least, language, updates.equals("yes"), errors);
        }
        limits.countNetwork("alert-mail", request.getRemoteAddr(), PER_NETWORK).ifPresent(wait -> {
            throw Problem.tooMany(
                    Text.of("短い時間に、何度も申し込まれました。", "There were too many requests in a short time."),
                    Text.of("15分ほど待ってから、もう一度お試しください。", "Wait a quarter of an hour and try again."),
                    wait.plusSeconds(1));
        });
        Optional<MailId> letter = desk.ask(new Subscription(
                address.get(),
                language.equals("en") ? Language.EN : Language.JA,
                urgency.get(),
                updates.equals("yes")));
        String shown =
                settings.demo() ? letter.map(id -> "?letter=" + id.value()).orElse("") : "";
        return new Redirect(PATH + "/sent" + shown);
    }

    private static Errors errors(Frame f, String typed, boolean address, boolean urgency) {
        Errors errors = Errors.none();
        if (!address) {
            errors = errors.with(
                    "email",
                    typed.isBlank()
                            ? f.say("メールアドレスを入力してください。", "Enter your email address.")
                            : f.say(
                                    "メールアドレスの形になっていません。name@example.jp の形で入力してください。",
                                    "This is not an email address. Write it like name@example.jp."));
        }
        return urgency ? errors : errors.with("least", f.say("緊急度を選んでください。", "Choose an urgency."));
    }

    private static SubscribePage page(
            Frame f, String email, String least, String language, boolean updates, Errors errors) {
        List<Option> urgencies = Arrays.stream(Urgency.values())
                .map(one -> Option.of(one.name(), words(f, one)))
                .toList();
        Field also = Field.checkboxes(
                "updates",
                f.say("更新", "Updates"),
                List.of(Option.of("yes", f.say("第2報以降の更新も受け取る", "Send later editions too"))));
        return new SubscribePage(
                f,
                List.of(
                        Field.email("email", f.say("メールアドレス", "Email address"))
                                .required()
                                .value(email)
                                .errors(errors),
                        Field.select("least", f.say("受け取る緊急度", "How urgent"), urgencies)
                                .value(least)
                                .errors(errors),
                        updates ? also.value("yes") : also,
                        Field.radio(
                                        "language",
                                        f.say("メールの言語", "Language of the mails"),
                                        List.of(Option.of("ja", "日本語"), Option.of("en", "English")))
                                .value(language.equals("en") ? "en" : "ja")),
                errors);
    }

    private static String words(Frame f, Urgency urgency) {
        return switch (urgency) {
            case INFO -> f.say("すべて", "All alerts");
            case CRITICAL -> f.say(urgency.word()) + f.say("だけ", " only");
            case LOW, MEDIUM, HIGH -> f.say(urgency.word()) + f.say("以上", " and above");
        };
    }

    /// In a demonstration there is no mailbox: the letter can be opened from here.
    @GetMapping(PATH + "/sent")
    SubscriptionPage sent(Frame f, @RequestParam Optional<UUID> letter) {
        return new SubscriptionPage(
                f,
                f.say("メールをご確認ください", "Check your mail"),
                f.say(
                        "確認のメールを送りました。24時間以内に、メールのリンクを開いてください。まだ登録されていません。",
                        "We have sent a letter to confirm it. Open its link within 24 hours; until then you are not subscribed."),
                f.say(
                        "届かないときは、迷惑メールのフォルダーと、入力したアドレスを確かめてください。同じアドレスに送る確認のメールは、1日に3通までです。",
                        "If nothing arrives, check your spam folder and the address you typed. One address is sent at most three such letters a day."),
                Optional.empty(),
                settings.demo() ? letter.map(id -> "/demo/letters/" + id) : Optional.empty());
    }

    /// Only asks: mail scanners open every address, and must not confirm anything.
    @GetMapping(CONFIRM + "{token}")
    SubscriptionPage look(Frame f, HttpServletResponse response, @PathVariable String token) {
        Subscription wanted = desk.look(token).orElseThrow(SubscriptionController::gone);
        response.setHeader("Cache-Control", "no-store");
        return new SubscriptionPage(
                f,
                f.say("メール配信の確認", "Confirm alerts by mail"),
                f.say(wanted.address() + " で注意喚起を受け取ります。", "Alerts will be sent to " + wanted.address() + "."),
                f.say("緊急度：", "Urgency: ")
                        + words(f, wanted.least())
                        + (wanted.updates()
                                ? f.say("。第2報以降の更新も送ります。", ". Later editions are sent too.")
                                : f.say("。更新は送りません。", ". Later editions are not sent.")),
                Optional.of(new SubscriptionPage.Button(f.say("受け取る", "Receive alerts"), CONFIRM + token)),
                Optional.empty());
    }

    @PostMapping(CONFIRM + "{token}")
    Redirect confirm(@PathVariable String token) {
        if (!desk.confirm(token)) {
            throw gone();
        }
        return new Redirect(PATH + "/done");
    }

    @GetMapping(PATH + "/done")
    SubscriptionPage done(Frame f) {
        return new SubscriptionPage(
                f,
                f.say("登録しました", "You are subscribed"),
                f.say("注意喚起が公表されると、メールでお送りします。", "You will be sent a mail when an alert is published."),
                f.say("配信は、どのメールからも止められます。", "Every mail has a link that stops them."),
                Optional.empty(),
                Optional.empty());
    }

    @GetMapping(STOP + "{token}")
    SubscriptionPage stopping(Frame f, HttpServletResponse response, @PathVariable String token) {
        response.setHeader("Cache-Control", "no-store");
        return new SubscriptionPage(
                f,
                f.say("メール配信の停止", "Stop alerts by mail"),
                f.say("注意喚起のメール配信を止めます。", "You will be sent no more alerts."),
                f.say("アドレスは、すぐに消去されます。", "Your address is erased at once."),
                Optional.of(new SubscriptionPage.Button(f.say("配信を止める", "Stop the mails"), STOP + token)),
                Optional.empty());
    }

    /// RFC 8058: mail programs send this themselves, without our form. The secret in the address is what proves it.
    @PostMapping(STOP + "{token}")
    Redirect stop(@PathVariable String token) {
        desk.stop(token);
        return new Redirect(PATH + "/stopped");
    }

    @GetMapping(PATH + "/stopped")
    SubscriptionPage stopped(Frame f) {
        return new SubscriptionPage(
                f,
                f.say("配信を止めました", "The mails are stopped"),
                f.say("アドレスを消去しました。もう注意喚起は送られません。", "Your address is erased. No more alerts are sent to it."),
                f.say("また受け取りたくなったときは、いつでも申し込めます。", "You can subscribe again at any time."),
                Optional.empty(),
                Optional.empty());
    }

    private static Problem gone() {
        return new Problem(
                Problem.Kind.GONE,
                Text.of("この確認用リンクは、使用済みか、24時間の期限が切れています。", "This link has been used, or its 24 hours are over."),
                Text.of("もう一度、メール配信を申し込んでください。", "Subscribe once more to receive a new one."));
    }
}
