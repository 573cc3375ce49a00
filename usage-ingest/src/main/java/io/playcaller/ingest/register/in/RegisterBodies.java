package io.playcaller.ingest.register.in;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.contracts.register.Reference;
import io.playcaller.contracts.register.ReferenceKind;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.person.PersonEntry;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of the register. Unknown fields are refused: a typing error must not be lost in silence. Ids, version
 * and the merge of an account may stand in the body, so that what GET answers can be PUT; an id must then be the one of the path,
 * and the others say nothing.
 */
final class RegisterBodies {

    static final Set<String> ACCOUNT = Set.of(
            "accountId",
            "version",
            "name",
            "industry",
            "region",
            "country",
            "zone",
            "strategic",
            "parents",
            "mergedInto");
    private static final Set<String> PARENT = Set.of("parentId", "from", "until");
    static final Set<String> CONTRACT = Set.of(
            "contractId",
            "accountId",
            "version",
            "signedOn",
            "startsOn",
            "endsOn",
            "autoRenew",
            "noticeDays",
            "noticeReceivedOn",
            "closedOn",
            "lines",
            "movements",
            "withdrawn",
            "replaces");
    private static final Set<String> MOVEMENT =
            Set.of("movementId", "kind", "on", "delta", "lineId", "reason", "seats");
    static final Set<String> OWNERS = Set.of("accountId", "version", "owners");
    private static final Set<String> OWNER = Set.of("role", "staffId", "from", "until");
    static final Set<String> INVOICE = Set.of(
            "invoiceId", "accountId", "version", "contractId", "amount", "issuedOn", "dueOn", "paidOn", "withdrawn");
    static final Set<String> OPPORTUNITY = Set.of(
            "opportunityId",
            "accountId",
            "version",
            "stage",
            "arr",
            "productId",
            "contractId",
            "openedOn",
            "expectedOn",
            "closedOn",
            "reason");
    static final Set<String> LOSS_REVIEW =
            Set.of("contractId", "accountId", "version", "reviewedOn", "reason", "avoidable", "reviewedBy", "corrects");
    static final Set<String> REFERENCES = Set.of("accountId", "version", "references");
    private static final Set<String> REFERENCE = Set.of("kind", "from", "until");
    static final Set<String> DOMAIN = Set.of("domain", "accountId", "version", "from", "until");
    static final Set<String> PERSON = Set.of(
            "userId", "personId", "version", "accountId", "name", "email", "title", "role", "active", "mayContact");

    private RegisterBodies() {}

    static AccountRecord account(JsonFields body, String accountId) {
        body.rejectUnknown(ACCOUNT);
        sameAsPath(body, "accountId", accountId);
        return new AccountRecord(
                accountId,
                0,
                body.text("name"),
                body.optionalText("industry"),
                body.optionalText("region"),
                body.optionalText("country"),
                body.optionalText("zone"),
                body.bool("strategic", false),
                body.objects("parents", parent -> {
                    parent.rejectUnknown(PARENT);
                    return new ParentLink(parent.text("parentId"), parent.date("from"), parent.optionalDate("until"));
                }));
    }

    static ContractRecord contract(JsonFields body, String contractId) {
        body.rejectUnknown(CONTRACT);
        sameAsPath(body, "contractId", contractId);
        Long noticeDays = body.optionalInteger("noticeDays", Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new ContractRecord(
                contractId,
                body.text("accountId"),
                0,
                body.date("signedOn"),
                body.date("startsOn"),
                body.date("endsOn"),
                body.bool("autoRenew", false),
                noticeDays == null ? 0 : noticeDays.intValue(),
                body.optionalDate("noticeReceivedOn"),
                body.optionalDate("closedOn"),
                body.objects("lines", ContractLineBody::line),
                body.objects("movements", RegisterBodies::movement),
                withdrawn(body),
                body.optionalText("replaces"));
    }

    private static ContractMovement movement(JsonFields movement) {
        movement.rejectUnknown(MOVEMENT);
        Long seats = movement.optionalInteger("seats", Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new ContractMovement(
                movement.text("movementId"),
                movement.word("kind", MovementKind.class),
                movement.date("on"),
                movement.money("delta"),
                movement.optionalText("lineId"),
                movement.optionalWord("reason", Reason.class),
                seats == null ? null : seats.intValue());
    }

    static OwnersRecord owners(JsonFields body, String accountId) {
        body.rejectUnknown(OWNERS);
        sameAsPath(body, "accountId", accountId);
        return new OwnersRecord(accountId, 0, body.objects("owners", owner -> {
            owner.rejectUnknown(OWNER);
            return new Owner(
                    owner.text("role"), owner.text("staffId"), owner.date("from"), owner.optionalDate("until"));
        }));
    }

    static InvoiceChanged invoice(JsonFields body, String invoiceId) {
        body.rejectUnknown(INVOICE);
        sameAsPath(body, "invoiceId", invoiceId);
        return new InvoiceChanged(
                body.text("accountId"),
                invoiceId,
                body.optionalText("contractId"),
                body.money("amount"),
                body.date("issuedOn"),
                body.date("dueOn"),
                body.optionalDate("paidOn"),
                0,
                withdrawn(body));
    }

    private static @Nullable Boolean withdrawn(JsonFields body) {
        return body.bool("withdrawn", false) ? true : null;
    }

    static OpportunityRecord opportunity(JsonFields body, String opportunityId) {
        body.rejectUnknown(OPPORTUNITY);
        sameAsPath(body, "opportunityId", opportunityId);
        return new OpportunityRecord(
                opportunityId,
                body.text("accountId"),
                0,
                body.word("stage", OpportunityStage.class),
                body.money("arr"),
                body.optionalText("productId"),
                body.optionalText("contractId"),
                body.date("openedOn"),
                body.optionalDate("expectedOn"),
                body.optionalDate("closedOn"),
                body.optionalWord("reason", Reason.class));
    }

    /** Whether a loss could have been prevented follows from its reason, unless somebody says otherwise. */
    static LossReviewRecord lossReview(JsonFields body, String contractId) {
        body.rejectUnknown(LOSS_REVIEW);
        sameAsPath(body, "contractId", contractId);
        Reason reason = body.word("reason", Reason.class);
        return new LossReviewRecord(
                contractId,
                body.text("accountId"),
                0,
                body.date("reviewedOn"),
                reason,
                body.bool("avoidable", reason.avoidable()),
                body.optionalText("reviewedBy"),
                body.optionalDate("corrects"));
    }

    static ReferencesRecord references(JsonFields body, String accountId) {
        body.rejectUnknown(REFERENCES);
        sameAsPath(body, "accountId", accountId);
        return new ReferencesRecord(accountId, 0, body.objects("references", reference -> {
            reference.rejectUnknown(REFERENCE);
            return new Reference(
                    reference.word("kind", ReferenceKind.class),
                    reference.date("from"),
                    reference.optionalDate("until"));
        }));
    }

    /** The name may be written otherwise in the body; it is the same name. */
    static DomainRecord domain(JsonFields body, String written) {
        body.rejectUnknown(DOMAIN);
        String domain = DomainName.of(written)
                .map(DomainName::text)
                .orElseThrow(() -> body.invalid("domain", "a domain, such as acme.example", written));
        String stated = body.optionalText("domain");
        if (stated != null && !DomainName.of(stated).map(DomainName::text).equals(Optional.of(domain))) {
            throw body.invalid("domain", "absent, or the domain of the path", stated);
        }
        return new DomainRecord(domain, body.text("accountId"), 0, body.date("from"), body.optionalDate("until"));
    }

    static PersonEntry person(JsonFields body, String userId) {
        body.rejectUnknown(PERSON);
        sameAsPath(body, "userId", userId);
        ContactRole role = body.optionalWord("role", ContactRole.class);
        String email = body.optionalText("email");
        if (email != null && email.indexOf('@') < 1) {
            throw body.invalid("email", "an e-mail address", email);
        }
        return new PersonEntry(
                body.optionalText("accountId"),
                body.optionalText("name"),
                email,
                body.optionalText("title"),
                role == null ? ContactRole.USER : role,
                body.bool("active", true),
                body.optionalBool("mayContact"));
    }

    private static void sameAsPath(JsonFields body, String field, String id) {
        String stated = body.optionalText(field);
        if (stated != null && !stated.equals(id)) {
            throw body.invalid(field, "absent, or the id of the path", stated);
        }
    }
}
