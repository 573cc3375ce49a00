package io.playcaller.cli.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.cli.door.Parcel;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.mapping.Kind;
import io.playcaller.mapping.RecordMaker;
import io.playcaller.mapping.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** Makes parcels for the register from rows. */
final class RegisterMaker {

    private final RecordMaker records;

    /** @param today the day on which the files end, shifted: terms that began by then are renewals */
    RegisterMaker(String currency, LocalDate today, Losses losses) {
        this.records = new RecordMaker(currency, today, contract -> reason(losses, contract));
    }

    private static Optional<Reason> reason(Losses losses, String contract) {
        return losses.ofContract(contract)
                .flatMap(loss -> Optional.ofNullable(loss.reason()))
                .flatMap(Reason::ofCode);
    }

    Parcel account(Values row) {
        return entry(Kind.ACCOUNT, row.id(), accountPath(row.id()), records.account(row));
    }

    Parcel contract(Values row) {
        return entry(Kind.CONTRACT, row.text("account"), contractPath(row.id()), records.contract(row));
    }

    Parcel person(Values row) {
        return entry(Kind.PERSON, row.text("account"), "/v1/people/" + path(row.id()), records.person(row));
    }

    Parcel invoice(Values row) {
        return entry(Kind.INVOICE, row.text("account"), "/v1/invoices/" + path(row.id()), records.invoice(row));
    }

    private static Parcel entry(Kind kind, String account, String path, ObjectNode body) {
        return new Parcel.Entry(account, Senders.of(kind), path, body);
    }

    static String contractPath(String contract) {
        return "/v1/contracts/" + path(contract);
    }

    static String accountPath(String account) {
        return "/v1/accounts/" + path(account);
    }

    private static String path(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
