package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Child;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.Parent;
import java.util.List;

/** Where an account stands among parents and children, as bytes. States of before know neither. */
final class ChildrenCodec {

    private ChildrenCodec() {}

    static void write(ByteWriter out, Keyed<Child> children) {
        Records.keyed(out, children, ChildrenCodec::child);
    }

    static Keyed<Child> read(ByteReader in) {
        return in.version() < StateCodec.WITH_CHILDREN ? Keyed.empty() : Records.keyed(in, ChildrenCodec::child);
    }

    private static void child(ByteWriter out, Child child) {
        out.signed(child.score());
        out.unsigned(child.confidence());
        out.signed(child.arr());
        out.text(child.currency());
        out.bool(child.contract());
        out.unsigned(child.levels());
    }

    private static Child child(ByteReader in) {
        return new Child(in.signed(), in.integer(), in.signed(), in.text(), in.bool(), in.integer());
    }

    static void parent(ByteWriter out, Parent parent) {
        out.text(parent.accountId());
        out.signed(parent.fromDay());
        out.signed(parent.untilDay());
    }

    static List<Parent> parents(ByteReader in) {
        return in.version() < StateCodec.WITH_CHILDREN
                ? List.of()
                : in.all(from -> new Parent(from.text(), from.signed(), from.signed()));
    }

    static void handed(ByteWriter out, Handed handed) {
        out.unsigned(handed.number());
        if (handed.number() > 0) {
            out.text(handed.parentId());
            child(out, handed.child());
        }
    }

    static Handed handed(ByteReader in) {
        if (in.version() < StateCodec.WITH_CHILDREN) {
            return Handed.NOTHING;
        }
        long number = in.unsigned();
        return number == 0 ? Handed.NOTHING : new Handed(number, in.text(), child(in));
    }
}
