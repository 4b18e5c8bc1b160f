package tsukasa.identity.me;

import java.util.List;
import java.util.stream.Stream;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param goOn where to go after registering
public record NewOrganisationPage(Frame frame, OrganisationForm form, Errors errors, String goOn) implements Page {
    @Override
    public String title() {
        String title = frame.say("組織を登録する", "Register an organisation");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public List<Field> fields() {
        return Stream.concat(
                        OrganisationFields.identity(frame, form, errors).stream(),
                        OrganisationFields.particulars(frame, form, errors).stream())
                .toList();
    }
}
