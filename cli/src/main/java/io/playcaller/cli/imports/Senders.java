package io.playcaller.cli.imports;

import io.playcaller.mapping.Kind;
import io.playcaller.quickstart.Secrets;

/** The source whose key opens the door for what a row becomes. */
final class Senders {

    private Senders() {}

    static String of(Kind kind) {
        return switch (kind) {
            case ACCOUNT, CONTRACT, LOSS, PERSON, INVOICE, OWNERS, OPPORTUNITY, LOSS_REVIEW, REFERENCES, DOMAIN ->
                Secrets.CRM;
            case TICKET -> Secrets.SUPPORT_DESK;
            case USAGE, SURVEY, MILESTONE -> Secrets.WEB;
        };
    }
}
