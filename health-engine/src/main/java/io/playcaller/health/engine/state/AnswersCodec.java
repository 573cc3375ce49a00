package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Answers;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.Marks;
import io.playcaller.health.engine.fact.Rating;

/** Answers to a survey, as bytes. */
final class AnswersCodec {

    private AnswersCodec() {}

    static void write(ByteWriter out, Answers answers) {
        out.all(answers.newest().list(), (to, answer) -> {
            FactsCodec.answer(to, answer);
            to.unsigned(answer.person());
        });
        Records.keyed(out, answers.byPerson(), (to, rating) -> to.signed(rating.score()));
    }

    /** States of before do not know who answered. */
    static Answers read(ByteReader in) {
        if (in.version() < StateCodec.WITH_PEOPLE_OF_ANSWERS) {
            return new Answers(new Marks<>(in.all(FactsCodec::answer)), Keyed.empty());
        }
        return new Answers(
                new Marks<>(in.all(AnswersCodec::answer)), Records.keyed(in, from -> new Rating((int) from.signed())));
    }

    private static Answer answer(ByteReader in) {
        Answer answer = FactsCodec.answer(in);
        return new Answer(answer.at(), answer.tie(), answer.score(), in.unsigned());
    }
}
