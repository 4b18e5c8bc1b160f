package tsukasa.identity.me;

import java.util.Arrays;
import java.util.List;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisation;
import tsukasa.identity.Person;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// @param owner whether the reader may change it
public record OrganisationPage(
        Frame frame,
        Organisation organisation,
        OrganisationForm form,
        Errors errors,
        boolean owner,
        List<Member> members,
        String typedEmail)
        implements Page {
    public record Member(Person person, Part part) {}

    @Override
    public String title() {
        return errors.isEmpty() ? organisation.name() : frame.say("エラー：", "Error: ") + organisation.name();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public String path() {
        return "/me/organisations/" + organisation.id();
    }

    public List<Fact> facts() {
        CorporateNumber number = organisation.profile().corporateNumber();
        return List.of(
                Fact.of(
                        frame.say("法人番号", "Corporate number"),
                        number == null ? frame.say("なし（個人事業主）", "None (sole proprietor)") : number.digits()),
                Fact.of(
                        frame.say("都道府県", "Prefecture"),
                        frame.say(organisation.profile().prefecture().title())),
                Fact.of(frame.say("登録日", "Registered"), frame.writing().day(organisation.registeredAt())));
    }

    public List<Field> fields() {
        return OrganisationFields.particulars(frame, form, errors);
    }

    public Field email() {
        return Field.email("email", frame.say("加える人のメールアドレス", "Email of the person to add"))
                .required()
                .maxLength(254)
                .value(typedEmail)
                .errors(errors);
    }

    public Field part() {
        return Field.radio(
                        "part",
                        frame.say("役割", "Part"),
                        Arrays.stream(Part.values())
                                .map(one -> Option.of(one.name(), frame.say(one.title())))
                                .toList())
                .value(Part.MEMBER.name());
    }
}
