package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.fact.Firsts;
import io.playcaller.health.engine.fact.Firsts.First;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.Mark;
import io.playcaller.health.engine.fact.Marks;
import io.playcaller.health.engine.fact.Met;
import io.playcaller.health.engine.fact.Touch;
import io.playcaller.health.engine.fact.Touches;
import io.playcaller.health.engine.fact.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** When one of ours was in touch, as bytes: each touch is written once, and is a number to whoever took part. */
final class TouchesCodec {

    private TouchesCodec() {}

    static void write(ByteWriter out, Touches touches) {
        List<Touch> table = table(touches);
        FactsCodec.marks(out, table);
        if (table.isEmpty()) {
            return;
        }
        numbers(out, table, touches.newest().list());
        numbers(out, table, touches.first().list());
        out.all(touches.met().byId().entrySet(), (to, person) -> {
            to.unsigned(Fingerprint.person(person.getKey()));
            numbers(to, table, touches(person.getValue()));
        });
    }

    private static List<Touch> table(Touches touches) {
        TreeSet<Touch> all = new TreeSet<>(touches.newest().list());
        touches.first().list().forEach(first -> all.add(new Touch(first.at(), first.tie())));
        touches.met().byId().values().forEach(history -> all.addAll(touches(history)));
        return List.copyOf(all);
    }

    private static List<Touch> touches(History<Met> history) {
        return history.versions().stream()
                .map(version -> new Touch(version.at(), version.tie()))
                .toList();
    }

    /** They rise: each is written as its distance from the one before. */
    private static void numbers(ByteWriter out, List<Touch> table, Collection<? extends Mark> some) {
        out.unsigned(some.size());
        int before = 0;
        for (Mark mark : some) {
            int number = Collections.binarySearch(table, mark);
            out.unsigned(number - before);
            before = number;
        }
    }

    static Touches read(ByteReader in) {
        if (in.version() < StateCodec.WITH_CONTACTS_MET) {
            return ofBefore(in);
        }
        List<Touch> table = FactsCodec.marks(in, Touch::new);
        if (table.isEmpty()) {
            return Touches.NONE;
        }
        Marks<Touch> newest = new Marks<>(numbers(in, table));
        Firsts first = new Firsts(numbers(in, table).stream()
                .map(touch -> new First(touch.at(), touch.tie()))
                .toList());
        TreeMap<String, History<Met>> met = new TreeMap<>();
        int people = in.count();
        for (int i = 0; i < people; i++) {
            met.put(Fingerprint.key(in.unsigned()), history(numbers(in, table)));
        }
        return new Touches(newest, new Keyed<>(met), first);
    }

    private static List<Touch> numbers(ByteReader in, List<Touch> table) {
        List<Touch> some = new ArrayList<>();
        int number = 0;
        for (int left = in.count(); left > 0; left--) {
            number += in.integer();
            some.add(table.get(number));
        }
        return some;
    }

    private static History<Met> history(List<Touch> touches) {
        return new History<>(touches.stream()
                .map(touch -> new Version<>(touch.at(), touch.at(), touch.tie(), new Met()))
                .toList());
    }

    /** States of before kept up to six people of each of the newest touches. */
    private static Touches ofBefore(ByteReader in) {
        record Told(Touch touch, List<Long> people) {}
        List<Told> told =
                in.all(from -> new Told(new Touch(from.signed(), from.tie()), from.all(ByteReader::unsigned)));
        Touches touches = Touches.NONE;
        for (Told one : told) {
            touches = touches.with(one.touch(), one.people(), Keyed.empty());
        }
        return touches;
    }
}
