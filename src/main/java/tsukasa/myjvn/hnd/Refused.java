package tsukasa.myjvn.hnd;

import tsukasa.kernel.Language;

/// A question that cannot be answered, and the parameter that is to blame.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Fault fault;
    private final String parameter;

    Refused(Fault fault, String parameter) {
        super(fault.code() + " " + parameter, null, false, false);
        this.fault = fault;
        this.parameter = parameter;
    }

    Fault fault() {
        return fault;
    }

    String message(Language language) {
        String said = fault.message().in(language);
        return parameter.isEmpty() ? said : said + ": " + parameter;
    }
}
