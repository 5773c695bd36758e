package whetstone.labelling.editing;

import whetstone.labelling.TickRange;

/**
 * Smooths a stretch by a raised-cosine kernel, symmetric and therefore without delay. Towards the ends of the stretch the kernel narrows:
 * the first and the last tick stay, so nothing jumps where it meets what lies beside it, and what lies beside it does not leak in.
 *
 * @param radius in ticks, of the kernel
 */
public record Smooth(TickRange range, int radius) implements Edit {
    public Smooth {
        if (radius < 1) {
            throw new IllegalArgumentException("a kernel of " + radius + " ticks smooths nothing");
        }
    }

    @Override
    public Curve on(Curve before) {
        return Curve.of(range, tick -> mean(before, tick));
    }

    private double mean(Curve before, int tick) {
        int reach = Math.min(radius, Math.min(tick - range.from(), range.to() - 1 - tick));
        double sum = 0;
        double weights = 0;
        for (int away = -reach; away <= reach; away++) {
            double weight = (1 + Math.cos(Math.PI * away / (reach + 1.0))) / 2;
            sum += weight * before.at(tick + away);
            weights += weight;
        }
        return sum / weights;
    }
}
