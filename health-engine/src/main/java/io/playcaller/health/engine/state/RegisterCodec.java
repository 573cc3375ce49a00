package io.playcaller.health.engine.state;

import io.playcaller.contracts.register.Owner;
import io.playcaller.health.engine.fact.Account;
import io.playcaller.health.engine.fact.Contact;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Invoice;
import io.playcaller.health.engine.fact.Merge;
import io.playcaller.health.engine.fact.Owners;
import io.playcaller.health.engine.fact.Product;
import io.playcaller.health.engine.fact.Register;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the register says, as bytes. */
final class RegisterCodec {

    private RegisterCodec() {}

    static void write(ByteWriter out, Register register) {
        optional(out, register.account(), RegisterCodec::account);
        optional(out, register.owners(), (to, owners) -> to.all(owners.list(), RegisterCodec::owner));
        Records.keyed(out, register.contracts(), ContractCodec::contract);
        Records.keyed(out, register.contacts(), RegisterCodec::contact);
        Records.keyed(out, register.invoices(), RegisterCodec::invoice);
    }

    static Register read(ByteReader in) {
        return new Register(
                optional(in, RegisterCodec::account),
                optional(in, from -> new Owners(from.all(RegisterCodec::owner))),
                Records.keyed(in, ContractCodec::contract),
                Records.keyed(in, RegisterCodec::contact),
                Records.keyed(in, RegisterCodec::invoice));
    }

    private static <R extends Record> void optional(
            ByteWriter out, @Nullable History<R> history, BiConsumer<ByteWriter, R> value) {
        out.bool(history != null);
        if (history != null) {
            Records.history(out, history, value);
        }
    }

    private static <R extends Record> @Nullable History<R> optional(ByteReader in, Function<ByteReader, R> value) {
        return in.bool() ? Records.history(in, value) : null;
    }

    private static void account(ByteWriter out, Account account) {
        out.text(account.name());
        out.text(account.zone());
        out.bool(account.strategic());
        out.text(account.merge().into());
        out.signed(account.merge().since());
        out.signed(account.merge().until());
        out.all(account.parents(), ChildrenCodec::parent);
    }

    private static Account account(ByteReader in) {
        return new Account(in.text(), in.text(), in.bool(), merge(in), ChildrenCodec.parents(in));
    }

    /** States of before know none. */
    private static Merge merge(ByteReader in) {
        return in.version() < StateCodec.WITH_MERGES ? Merge.NONE : new Merge(in.text(), in.signed(), in.signed());
    }

    private static void owner(ByteWriter out, Owner owner) {
        out.text(owner.role());
        out.text(owner.staffId());
        out.signed(owner.from().toEpochDay());
        out.signed(owner.until() == null ? Long.MAX_VALUE : owner.until().toEpochDay());
    }

    private static Owner owner(ByteReader in) {
        String role = in.text();
        String staffId = in.text();
        long from = in.signed();
        long until = in.signed();
        return new Owner(role, staffId, Days.date(from), until == Long.MAX_VALUE ? null : Days.date(until));
    }

    static void product(ByteWriter out, Product product) {
        out.bool(product.several());
        out.text(product.id());
    }

    /** States of before know none. */
    static Product product(ByteReader in) {
        if (in.version() < StateCodec.WITH_PRODUCTS) {
            return Product.NONE;
        }
        boolean several = in.bool();
        return new Product(in.text(), several);
    }

    private static void contact(ByteWriter out, Contact contact) {
        Code.CONTACT_ROLE.write(out, contact.role());
        out.bool(contact.active());
    }

    private static Contact contact(ByteReader in) {
        return new Contact(Code.CONTACT_ROLE.read(in), in.bool());
    }

    private static void invoice(ByteWriter out, Invoice invoice) {
        out.signed(invoice.issuedDay());
        out.signed(invoice.dueDay());
        out.signed(invoice.paidDay());
    }

    private static Invoice invoice(ByteReader in) {
        return new Invoice(in.signed(), in.signed(), in.signed());
    }
}
