package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.bulk.Wanted;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.in.RegisterReader;
import io.playcaller.mapping.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;

/** What the rows of an upload are; each is read as the body of its PUT. */
@SuppressWarnings("ImmutableEnumChecker")
enum BulkKind {
    ACCOUNTS("accountId", RegisterReader.ACCOUNT, Kind.ACCOUNT, record(RegisterReader::account)),
    CONTRACTS("contractId", RegisterReader.CONTRACT, Kind.CONTRACT, record(RegisterReader::contract)),
    OWNERS("accountId", RegisterReader.OWNERS, Kind.OWNERS, record(RegisterReader::owners)),
    INVOICES("invoiceId", RegisterReader.INVOICE, Kind.INVOICE, record(RegisterReader::invoice)),
    OPPORTUNITIES("opportunityId", RegisterReader.OPPORTUNITY, Kind.OPPORTUNITY, record(RegisterReader::opportunity)),
    LOSS_REVIEWS("contractId", RegisterReader.LOSS_REVIEW, Kind.LOSS_REVIEW, record(RegisterReader::lossReview)),
    REFERENCES("accountId", RegisterReader.REFERENCES, Kind.REFERENCES, record(RegisterReader::references)),
    DOMAINS("domain", RegisterReader.DOMAIN, Kind.DOMAIN, record(RegisterReader::domain)),
    PEOPLE("userId", RegisterReader.PERSON, Kind.PERSON, BulkKind::person);

    private final String idField;
    private final Set<String> fields;
    private final Kind mapped;
    private final Reader reader;

    /** @param mapped what mappings call it */
    BulkKind(String idField, Set<String> fields, Kind mapped, Reader reader) {
        this.idField = idField;
        this.fields = fields;
        this.mapped = mapped;
        this.reader = reader;
    }

    /** Reads a body. */
    private interface Reader {
        Step<Wanted> read(String id, JsonNode body, OptionalLong seen);
    }

    private static Reader record(BiFunction<String, JsonNode, Step<Entry>> reading) {
        return (id, body, seen) ->
                reading.apply(id, body).then(entry -> Step.kept(new Wanted.OfTheRegister(entry, seen)));
    }

    private static Step<Wanted> person(String userId, JsonNode body, OptionalLong seen) {
        return RegisterReader.person(userId, body).then(entry -> Step.kept(new Wanted.OfAPerson(userId, entry, seen)));
    }

    /** The word in the path. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<BulkKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The field that names a record. */
    String idField() {
        return idField;
    }

    /** All fields of a record. */
    Set<String> fields() {
        return fields;
    }

    /** Whether sections of that kind make such records. */
    boolean madeBy(Kind kind) {
        return kind == mapped;
    }

    Step<Wanted> read(String id, JsonNode body, OptionalLong seen) {
        return reader.read(id, body, seen);
    }
}
