package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Judgement;
import io.playcaller.health.engine.fact.Marks;
import io.playcaller.health.engine.fact.Ruling;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.score.Overridden.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What our own people said, and what it did to the score, as bytes. */
final class JudgementCodec {

    private JudgementCodec() {}

    static void write(ByteWriter out, Judgement judgement) {
        out.unsigned(judgement.rulings().list().size());
        long before = 0;
        for (Ruling ruling : judgement.rulings().list()) {
            ruling(out, ruling, before);
            before = ruling.at();
        }
        out.all(judgement.pulses().list(), FactsCodec::answer);
    }

    static Judgement read(ByteReader in) {
        if (in.version() < StateCodec.WITH_JUDGEMENT) {
            return Judgement.NONE;
        }
        int size = in.count();
        List<Ruling> rulings = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            rulings.add(ruling(in, i == 0 ? 0 : rulings.get(i - 1).at()));
        }
        List<Answer> pulses = in.all(FactsCodec::answer);
        return new Judgement(new Marks<>(rulings), new Marks<>(pulses));
    }

    /** Times rise: each is written as its distance from the one before. */
    private static void ruling(ByteWriter out, Ruling ruling, long before) {
        out.unsigned(ruling.at() - before);
        out.tie(ruling.tie());
        target(out, ruling.target());
        out.signed(ruling.points());
        out.signed(ruling.until() - ruling.at());
    }

    private static Ruling ruling(ByteReader in, long before) {
        long at = before + in.unsigned();
        return new Ruling(at, in.tie(), target(in), in.signed(), at + in.signed());
    }

    /** A measure as its position and one; as text what is none that is known. */
    private static void target(ByteWriter out, String target) {
        int code = MeasureKind.ofId(target).map(kind -> kind.position() + 1).orElse(0);
        out.unsigned(code);
        if (code == 0) {
            out.text(target);
        }
    }

    private static String target(ByteReader in) {
        int code = in.integer();
        if (code == 0) {
            return in.text();
        }
        return Arrays.stream(MeasureKind.values())
                .filter(kind -> kind.position() == code - 1)
                .findFirst()
                .map(MeasureKind::id)
                .orElseThrow(() -> new IllegalArgumentException("no measure has position " + (code - 1)));
    }

    static void parts(ByteWriter out, List<Part> parts) {
        out.all(parts, (to, part) -> {
            target(to, part.target());
            to.signed(part.points());
        });
    }

    static List<Part> parts(ByteReader in) {
        return in.version() < StateCodec.WITH_JUDGEMENT
                ? List.of()
                : in.all(from -> new Part(target(from), from.signed()));
    }
}
