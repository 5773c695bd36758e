package whetstone.app.commands;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.learning.EngineLearner;
import whetstone.model.learning.Learner;
import whetstone.model.learning.RidgeLearner;
import whetstone.model.learning.dl4j.NetworkTrainer;
import whetstone.model.policy.Network;
import whetstone.model.policy.Networks;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;

/** The policies that an experiment can train. */
enum PolicyKind {
    /** 25 x 19 LAB pixels and ridge regression (Ross, Gordon, Bagnell 2011, section 5.1). */
    RIDGE {
        @Override
        PolicyDescription description(String camera, ActionSpec action) {
            return new PolicyDescription(new PolicyInput(camera, 25, 19, PolicyInput.ColourSpace.LAB), new Network.Ridge(1e-3), action);
        }

        @Override
        Learner learner(EnvironmentSpec spec, long seed, BooleanSupplier cancelled) {
            return new RidgeLearner(description(spec), seed, 1, InstantSource.system());
        }
    },

    /** A small convolutional network on 40 x 30 RGB. */
    CNN {
        @Override
        PolicyDescription description(String camera, ActionSpec action) {
            return Networks.smallConvolutionalPolicy(camera, action);
        }

        @Override
        Learner learner(EnvironmentSpec spec, long seed, BooleanSupplier cancelled) {
            return new EngineLearner(new NetworkTrainer(InstantSource.system()), description(spec), new EngineLearner.Settings(seed, 10, 32, 1e-3, 0.2, 3, 1), cancelled);
        }
    };

    abstract PolicyDescription description(String camera, ActionSpec action);

    /** What learns in one repetition, on one core. */
    abstract Learner learner(EnvironmentSpec spec, long seed, BooleanSupplier cancelled);

    /** Sees the environment's front camera and decides all that can be decided there. */
    PolicyDescription description(EnvironmentSpec spec) {
        return description(spec.frontCamera().name(), spec.action());
    }

    /** What its pictures are averaged down to. */
    PolicyInput input() {
        return description("front", ActionSpec.STEER).input();
    }
}
