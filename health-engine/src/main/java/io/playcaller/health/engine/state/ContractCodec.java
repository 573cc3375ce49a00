package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Changes;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Product;
import io.playcaller.health.engine.fact.Revenue;
import java.util.ArrayList;
import java.util.List;

/** Contracts, as bytes. */
final class ContractCodec {

    private static final int ENDS = 0;

    /** Of a closed one only older states have it, and of all that ran on: it ended on the day of its closing. */
    private static final int RENEWS_ITSELF = 1;

    private static final int RUNS_ON = 2;
    private static final int RENEWED_ITSELF = 3;

    private ContractCodec() {}

    static void contract(ByteWriter out, Contract contract) {
        out.signed(contract.signedDay());
        out.signed(contract.startDay());
        out.signed(contract.endDay());
        out.raw(goesOn(contract));
        out.unsigned(contract.noticeDays());
        out.signed(contract.closedDay());
        RegisterCodec.product(out, contract.product());
        boolean several = contract.product().several();
        out.all(contract.lines(), (to, line) -> line(to, line, several));
        out.signed(contract.noticeReceivedDay());
        out.text(contract.replaces());
        out.all(contract.revenue(), (to, revenue) -> revenue(to, revenue, contract.startDay()));
    }

    static Contract contract(ByteReader in) {
        long signedDay = in.signed();
        long startDay = in.signed();
        long endDay = in.signed();
        int goesOn = in.raw();
        int noticeDays = in.integer();
        long closedDay = in.signed();
        Product product = RegisterCodec.product(in);
        boolean before = in.version() < StateCodec.WITH_REVENUE;
        Changes changes = new Changes();
        List<Contract.Line> lines = in.all(from -> before ? line(from, product, endDay, changes) : line(from, product));
        long noticeReceivedDay = in.version() < StateCodec.WITH_OBJECTIVES ? Long.MAX_VALUE : in.signed();
        return new Contract(
                signedDay,
                startDay,
                endDay,
                goesOn != ENDS,
                goesOn == RENEWED_ITSELF || (goesOn == RENEWS_ITSELF && closedDay == Long.MAX_VALUE),
                noticeDays,
                closedDay,
                before ? "" : in.text(),
                product,
                before ? changes.revenue(Long.MAX_VALUE) : in.all(from -> revenue(from, startDay)),
                lines,
                noticeReceivedDay);
    }

    private static int goesOn(Contract contract) {
        if (contract.renewsItself()) {
            return contract.closedDay() == Long.MAX_VALUE ? RENEWS_ITSELF : RENEWED_ITSELF;
        }
        return contract.runsOn() ? RUNS_ON : ENDS;
    }

    /** Which product it is of follows from the contract, unless that is of several. */
    private static void line(ByteWriter out, Contract.Line line, boolean several) {
        out.signed(line.endDay());
        if (several) {
            out.text(line.product());
        }
    }

    private static Contract.Line line(ByteReader in, Product of) {
        return new Contract.Line(in.signed(), of.several() ? in.text() : of.id());
    }

    /** States of before know of each line what it is worth, and older ones not which of several products it is of. */
    private static Contract.Line line(ByteReader in, Product of, long contractEndDay, Changes changes) {
        boolean named = of.several() && in.version() >= StateCodec.WITH_LINE_PRODUCTS;
        long arr = in.signed();
        String currency = in.text();
        long seats = in.signed();
        long startDay = in.signed();
        long endDay = in.signed();
        Contract.Line line = Contract.Line.until(endDay, contractEndDay, named ? in.text() : of.id());
        changes.line(currency, arr, seats, startDay, line.endDay());
        return line;
    }

    /** The days of levels are written as distances, the first one from the start of the contract. */
    private static void revenue(ByteWriter out, Revenue revenue, long startDay) {
        out.text(revenue.currency());
        out.unsigned(revenue.levels().size());
        long before = startDay;
        for (Revenue.Level level : revenue.levels()) {
            out.signed(level.day() - before);
            out.signed(level.arr());
            out.signed(level.seats());
            before = level.day();
        }
    }

    private static Revenue revenue(ByteReader in, long startDay) {
        String currency = in.text();
        int count = in.count();
        List<Revenue.Level> levels = new ArrayList<>(count);
        long day = startDay;
        for (int i = 0; i < count; i++) {
            day += in.signed();
            levels.add(new Revenue.Level(day, in.signed(), in.signed()));
        }
        return new Revenue(currency, levels);
    }
}
