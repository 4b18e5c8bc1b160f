package tsukasa.scheme.form;

import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;

/// The addresses of one draft.
record Way(Scheme scheme, Secret secret) {
    static final String REVIEW = "review";

    String draft() {
        return "/" + scheme.id() + "/declare/" + secret.text();
    }

    String to(Step step) {
        return draft() + "/" + step.id();
    }

    String review() {
        return draft() + "/" + REVIEW;
    }

    String send() {
        return draft() + "/send";
    }

    String sent() {
        return draft() + "/sent";
    }

    String again() {
        return draft() + "/again";
    }
}
