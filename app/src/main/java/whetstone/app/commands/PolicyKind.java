package whetstone.app.commands;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import whetstone.model.ActionSpec;
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
        PolicyDescription description(String camera) {
            return new PolicyDescription(new PolicyInput(camera, 25, 19, PolicyInput.ColourSpace.LAB), new Network.Ridge(1e-3),
                    ActionSpec.STEER);
        }

        @Override
        Learner learner(String camera, long seed, BooleanSupplier cancelled) {
            return new RidgeLearner(description(camera), seed, 1, InstantSource.system());
        }
    },

    /** A small convolutional network on 40 x 30 RGB. */
    CNN {
        @Override
        PolicyDescription description(String camera) {
            return Networks.smallConvolutionalPolicy(camera, ActionSpec.STEER);
        }

        @Override
        Learner learner(String camera, long seed, BooleanSupplier cancelled) {
            PolicyDescription description = description(camera);
            return new EngineLearner(new NetworkTrainer(InstantSource.system()), description, new EngineLearner.Settings(seed, 10, 32, 1e-3, 0.2, 3, 1), cancelled);
        }
    };

    abstract PolicyDescription description(String camera);

    /** What learns in one repetition, on one core. */
    abstract Learner learner(String camera, long seed, BooleanSupplier cancelled);
}
