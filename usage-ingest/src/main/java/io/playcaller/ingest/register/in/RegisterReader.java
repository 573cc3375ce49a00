package io.playcaller.ingest.register.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.person.PersonEntry;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.RegisterRules;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** What is said of the register, read: a PUT and a row of a bulk upload alike. */
public final class RegisterReader {

    /** The fields of each. */
    public static final Set<String> ACCOUNT = RegisterBodies.ACCOUNT;

    public static final Set<String> CONTRACT = RegisterBodies.CONTRACT;
    public static final Set<String> OWNERS = RegisterBodies.OWNERS;
    public static final Set<String> INVOICE = RegisterBodies.INVOICE;
    public static final Set<String> OPPORTUNITY = RegisterBodies.OPPORTUNITY;
    public static final Set<String> LOSS_REVIEW = RegisterBodies.LOSS_REVIEW;
    public static final Set<String> REFERENCES = RegisterBodies.REFERENCES;
    public static final Set<String> DOMAIN = RegisterBodies.DOMAIN;
    public static final Set<String> PERSON = RegisterBodies.PERSON;

    private RegisterReader() {}

    public static Step<Entry> account(String accountId, JsonNode body) {
        return entry(accountId, body, RegisterBodies::account);
    }

    public static Step<Entry> contract(String contractId, JsonNode body) {
        return entry(contractId, body, RegisterBodies::contract);
    }

    public static Step<Entry> owners(String accountId, JsonNode body) {
        return entry(accountId, body, RegisterBodies::owners);
    }

    public static Step<Entry> invoice(String invoiceId, JsonNode body) {
        return entry(invoiceId, body, RegisterBodies::invoice);
    }

    public static Step<Entry> opportunity(String opportunityId, JsonNode body) {
        return entry(opportunityId, body, RegisterBodies::opportunity);
    }

    public static Step<Entry> lossReview(String contractId, JsonNode body) {
        return entry(contractId, body, RegisterBodies::lossReview);
    }

    public static Step<Entry> references(String accountId, JsonNode body) {
        return entry(accountId, body, RegisterBodies::references);
    }

    public static Step<Entry> domain(String domain, JsonNode body) {
        return entry(domain, body, RegisterBodies::domain);
    }

    public static Step<PersonEntry> person(String userId, JsonNode body) {
        return PathId.of("userId", userId)
                .then(known -> JsonFields.reading(body, fields -> RegisterBodies.person(fields, userId)));
    }

    private static Step<Entry> entry(
            String id, JsonNode body, BiFunction<JsonFields, String, ? extends Record> reader) {
        return PathId.of("id", id)
                .then(known -> JsonFields.<Record>reading(body, fields -> reader.apply(fields, id)))
                .then(RegisterReader::ruled);
    }

    private static Step<Entry> ruled(Record record) {
        List<Fault> faults = RegisterRules.faults(record);
        return faults.isEmpty() ? Step.kept(Entry.of(record)) : Step.refused(Refusal.of(Refusal.FIELD_INVALID, faults));
    }
}
