package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Corrections;
import io.playcaller.health.engine.fact.DayBits;
import io.playcaller.health.engine.fact.Engagement;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Firsts;
import io.playcaller.health.engine.fact.Firsts.First;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.KnownDays;
import io.playcaller.health.engine.fact.KnownDays.Gap;
import io.playcaller.health.engine.fact.Mark;
import io.playcaller.health.engine.fact.Marks;
import io.playcaller.health.engine.fact.Reopening;
import io.playcaller.health.engine.fact.Retraction;
import io.playcaller.health.engine.fact.Sources;
import io.playcaller.health.engine.fact.Ticket;
import io.playcaller.health.engine.fact.TicketSample;
import io.playcaller.health.engine.fact.Totals;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.UsageMonths;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Facts as bytes. */
final class FactsCodec {

    private FactsCodec() {}

    static void write(ByteWriter out, Facts facts) {
        usage(out, facts.usage());
        RegisterCodec.write(out, facts.register());
        Engagement engagement = facts.engagement();
        Records.keyed(out, engagement.tickets(), new TicketCodec()::write);
        AnswersCodec.write(out, engagement.nps());
        AnswersCodec.write(out, engagement.csat());
        TouchesCodec.write(out, engagement.touches());
        Records.keyed(out, engagement.milestones(), Records::milestone);
        Records.keyed(out, engagement.objectives(), Records::objective);
        out.all(engagement.reopenings().list(), FactsCodec::reopening);
        out.all(facts.sources().byName().entrySet(), (to, source) -> {
            to.text(source.getKey());
            Code.FEED.writeAll(to, source.getValue().feeds());
            to.signed(source.getValue().lastDay());
        });
        Totals totals = facts.totals();
        out.unsigned(totals.facts());
        out.signed(totals.firstAt());
        out.signed(totals.newestAt());
        out.signed(totals.firstTicketAt());
        out.signed(totals.firstInvoiceDay());
        RegisterCodec.product(out, totals.product());
        corrections(out, facts.corrections());
        JudgementCodec.write(out, facts.judgement());
        ChildrenCodec.write(out, facts.children());
        ProductsCodec.write(out, facts);
        TicketSampleCodec.write(out, facts);
    }

    static Facts read(ByteReader in) {
        Facts facts = new Facts(
                usage(in),
                RegisterCodec.read(in),
                engagement(in),
                sources(in),
                totals(in),
                corrections(in),
                JudgementCodec.read(in),
                ChildrenCodec.read(in),
                TicketSample.NONE);
        return TicketSampleCodec.read(in, ProductsCodec.read(in, facts));
    }

    private static void usage(ByteWriter out, UsageFacts usage) {
        out.signed(usage.anchor());
        int used = UsageFacts.RING;
        while (used > 0 && usage.counts()[used - 1] == 0) {
            used--;
        }
        out.unsigned(used);
        for (int i = 0; i < used; i++) {
            out.unsigned(usage.counts()[i]);
        }
        bits(out, usage.people());
        bits(out, usage.features());
        out.signed(usage.firstDay());
        out.signed(usage.firstPersonDay());
        out.signed(usage.firstFeatureDay());
        out.signed(usage.olderDay());
        out.all(usage.months().uses().entrySet(), (to, month) -> {
            to.unsigned(month.getKey());
            to.unsigned(month.getValue());
        });
        out.all(usage.known().gaps(), (to, gap) -> {
            to.signed(gap.first());
            to.signed(gap.last());
        });
    }

    private static UsageFacts usage(ByteReader in) {
        long anchor = in.signed();
        int[] counts = new int[UsageFacts.RING];
        int used = in.integer();
        for (int i = 0; i < used; i++) {
            counts[i] = in.integer();
        }
        UsageFacts usage = new UsageFacts(
                new KnownDays(anchor, List.of()),
                counts,
                bits(in),
                bits(in),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                months(in));
        return in.version() < StateCodec.WITH_GAPS
                ? usage
                : usage.known(new KnownDays(anchor, in.all(from -> new Gap(from.signed(), from.signed()))));
    }

    /** States of before forgot them. */
    private static UsageMonths months(ByteReader in) {
        if (in.version() < StateCodec.WITH_OBJECTIVES) {
            return UsageMonths.NONE;
        }
        TreeMap<Integer, Long> uses = new TreeMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            uses.put(in.integer(), in.unsigned());
        }
        return new UsageMonths(uses);
    }

    /** Keys rise: each is written as its distance from the one before. */
    private static void bits(ByteWriter out, DayBits bits) {
        out.unsigned(bits.level());
        out.unsigned(bits.keys().length);
        long before = 0;
        for (int i = 0; i < bits.keys().length; i++) {
            out.unsigned(bits.keys()[i] - before);
            out.fixed(bits.bits()[i]);
            before = bits.keys()[i];
        }
    }

    private static DayBits bits(ByteReader in) {
        int level = in.integer();
        long[] keys = new long[in.count()];
        long[] bits = new long[keys.length];
        long before = 0;
        for (int i = 0; i < keys.length; i++) {
            before += in.unsigned();
            keys[i] = before;
            bits[i] = in.fixed();
        }
        return new DayBits(keys, bits, level);
    }

    private static Engagement engagement(ByteReader in) {
        Keyed<Ticket> tickets = Records.keyed(in, new TicketCodec()::read);
        return new Engagement(
                tickets,
                AnswersCodec.read(in),
                AnswersCodec.read(in),
                TouchesCodec.read(in),
                Records.keyed(in, Records::milestone),
                in.version() < StateCodec.WITH_OBJECTIVES ? Keyed.empty() : Records.keyed(in, Records::objective),
                in.version() < StateCodec.WITH_REOPENINGS
                        ? Engagement.reopenings(tickets)
                        : new Marks<>(in.all(FactsCodec::reopening)));
    }

    private static void reopening(ByteWriter out, Reopening reopening) {
        out.signed(reopening.at());
        out.tie(reopening.tie());
        out.text(reopening.ticket());
    }

    private static Reopening reopening(ByteReader in) {
        return new Reopening(in.signed(), in.tie(), in.text());
    }

    static void answer(ByteWriter out, Answer answer) {
        out.signed(answer.at());
        out.tie(answer.tie());
        out.signed(answer.score());
    }

    static Answer answer(ByteReader in) {
        return new Answer(in.signed(), in.tie(), (int) in.signed());
    }

    private static Sources sources(ByteReader in) {
        TreeMap<String, Sources.Fed> byName = new TreeMap<>();
        int count = in.integer();
        for (int i = 0; i < count; i++) {
            byName.put(in.text(), new Sources.Fed(Code.FEED.readAll(in), in.signed()));
        }
        return new Sources(byName);
    }

    private static Totals totals(ByteReader in) {
        return new Totals(in.unsigned(), in.signed(), in.signed(), in.signed(), in.signed(), RegisterCodec.product(in));
    }

    private static void corrections(ByteWriter out, Corrections corrections) {
        marks(out, corrections.retracted().list());
        marks(out, corrections.facts().list());
        marks(out, corrections.tickets().list());
        out.signed(corrections.firstUseAt());
    }

    /** States of before know only when the account began: nothing of that can be taken back. */
    private static Corrections corrections(ByteReader in) {
        if (in.version() < StateCodec.WITH_CORRECTIONS) {
            return Corrections.NOTHING;
        }
        return new Corrections(
                new Marks<>(marks(in, Retraction::new)),
                new Firsts(marks(in, First::new)),
                new Firsts(marks(in, First::new)),
                in.signed());
    }

    /** Times rise: each is written as its distance from the one before. */
    static void marks(ByteWriter out, List<? extends Mark> marks) {
        out.unsigned(marks.size());
        long before = 0;
        for (Mark mark : marks) {
            out.signed(mark.at() - before);
            out.tie(mark.tie());
            before = mark.at();
        }
    }

    interface Marking<M extends Mark> {
        M of(long at, int tie);
    }

    static <M extends Mark> List<M> marks(ByteReader in, Marking<M> marking) {
        int size = in.count();
        List<M> marks = new ArrayList<>(size);
        long at = 0;
        for (int i = 0; i < size; i++) {
            at += in.signed();
            marks.add(marking.of(at, in.tie()));
        }
        return marks;
    }
}
