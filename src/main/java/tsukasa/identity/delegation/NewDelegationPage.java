package tsukasa.identity.delegation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsukasa.identity.DelegableServices.Service;
import tsukasa.identity.Extent;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// @param path of the organisation
public record NewDelegationPage(Frame frame, String path, String organisation, List<Field> fields, Errors errors)
        implements Page {
    static NewDelegationPage of(
            Frame f, String path, String organisation, OfferForm typed, List<Service> services, Errors errors) {
        List<Option> options = new ArrayList<>(List.of(Option.of(OfferForm.ALL, f.say("すべての手続き", "All services"))));
        services.forEach(one -> options.add(Option.of(one.id(), f.say(one.title()))));
        return new NewDelegationPage(
                f,
                path,
                organisation,
                List.of(
                        Field.text("number", f.say("任せる相手の法人番号", "Corporate number of the delegate"))
                                .required()
                                .hint(f.say("13桁の数字", "13 digits"))
                                .inputMode("numeric")
                                .autocomplete("off")
                                .maxLength(20)
                                .width(Field.Width.MEDIUM)
                                .value(typed.number())
                                .errors(errors),
                        Field.checkboxes("services", f.say("任せる手続き", "Services"), options)
                                .required()
                                .values(typed.services())
                                .errors(errors),
                        Field.radio(
                                        "extent",
                                        f.say("できること", "What they may do"),
                                        Arrays.stream(Extent.values())
                                                .map(one -> Option.of(one.name(), f.say(one.title())))
                                                .toList())
                                .required()
                                .value(typed.extent())
                                .errors(errors),
                        Field.date("last-day", f.say("最後の日", "Last day"))
                                .required()
                                .hint(f.say(
                                        "この日の終わり（日本時間）に、自動で終わります。",
                                        "It ends by itself at the end of this day in Japan."))
                                .width(Field.Width.MEDIUM)
                                .value(typed.lastDay())
                                .errors(errors)),
                errors);
    }

    @Override
    public String title() {
        String title = frame.say("代理を依頼する", "Let another organisation act for yours");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
