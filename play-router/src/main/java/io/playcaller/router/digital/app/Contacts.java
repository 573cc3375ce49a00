package io.playcaller.router.digital.app;

import io.playcaller.contracts.Ids;
import io.playcaller.router.digital.ContactPolicy;
import io.playcaller.router.digital.Permission;
import io.playcaller.router.digital.WayOut;
import io.playcaller.router.digital.out.ConfiguredWayOut;
import io.playcaller.router.digital.out.PgContacts;
import io.playcaller.router.store.Lanes;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one gate to people of customers: whoever writes to them asks here first, so that all that write keep one measure. */
@ApplicationScoped
public class Contacts {

    private static final ContactPolicy POLICY = ContactPolicy.STANDARD;

    private final Transactions transactions;
    private final PgContacts contacts;
    private final WayOut wayOut;

    Contacts(Transactions transactions, PgContacts contacts, ConfiguredWayOut wayOut) {
        this.transactions = transactions;
        this.contacts = contacts;
        this.wayOut = wayOut.get();
    }

    /**
     * An answer to who wants to write.
     *
     * @param messageId of the message that counts from now on; null when none may be sent, and when it was only asked
     * @param unsubscribe where its receiver refuses further ones: belongs into its {@code List-Unsubscribe}; null without a message
     */
    public record Answer(
            Permission permission,
            @Nullable UUID messageId,
            @Nullable String unsubscribe) {}

    /** Whether a person may be written to now; changes nothing. */
    public Uni<Answer> may(String personId) {
        return transactions.run(tx -> judge(tx, personId, null)).map(permission -> new Answer(permission, null, null));
    }

    /**
     * The same, and when they may, a message of theirs is taken: it counts from now on, whether it is sent or not. Asked in the lane of
     * their account, so that work on a risk that begins at the same moment began before it, and is seen, or after it.
     */
    public Uni<Answer> take(String personId, String template) {
        return transactions.run(tx -> contacts.accountOf(tx, personId)
                .chain(account -> Lanes.lock(tx, account.stream().toList()))
                .chain(() -> contacts.lock(tx, List.of(personId)))
                .chain(() -> judge(tx, personId, null))
                .chain(permission -> permission.granted()
                        ? taken(tx, personId, template, permission)
                        : Uni.createFrom().item(new Answer(permission, null, null))));
    }

    private Uni<Answer> taken(Transaction tx, String personId, String template, Permission permission) {
        UUID messageId = Ids.next();
        return written(tx, messageId, personId, template)
                .replaceWith(new Answer(permission, messageId, wayOut.address(personId)));
    }

    /** Writes down that a person is written to now. */
    Uni<Void> written(Transaction tx, UUID messageId, String personId, String template) {
        return contacts.written(tx, messageId, personId, template);
    }

    /** Holds people and their mailboxes until the transaction ends; once in it, so that nobody waits for somebody who waits. */
    Uni<Void> lock(Transaction tx, Collection<String> personIds) {
        return contacts.lock(tx, personIds);
    }

    /**
     * Whether a person may be written to now; for sure of one who is held, in the lane of their account.
     *
     * @param message that does not count: the one that is to be sent; null for none
     */
    Uni<Permission> judge(Transaction tx, String personId, @Nullable UUID message) {
        if (wayOut.isClosed()) {
            return Uni.createFrom().item(Permission.NO_WAY_OUT);
        }
        return contacts.find(tx, personId, tx.now().minus(POLICY.within()), message)
                .map(found ->
                        found.map(contact -> POLICY.judge(contact, tx.now())).orElse(Permission.UNKNOWN_PERSON));
    }

    /** Where a person refuses; asked for only of one who may be written to. */
    String wayOut(String personId) {
        return wayOut.address(personId);
    }

    /** Somebody refuses; answers whether the token is one of ours. Again, it changes nothing. */
    public Uni<Boolean> refuse(String token) {
        return wayOut.person(token)
                .map(personId ->
                        transactions.run(tx -> contacts.refuse(tx, personId)).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /** Whether a token is one of ours. */
    public boolean knows(String token) {
        return wayOut.person(token).isPresent();
    }
}
