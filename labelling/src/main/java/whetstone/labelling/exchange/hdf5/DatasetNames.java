package whetstone.labelling.exchange.hdf5;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;

/**
 * Names of cameras and measured values as HDF5 takes them: without the slash that would be a group's, and each only once.
 *
 * @param cameras in the environment's order
 * @param states in the environment's order
 */
record DatasetNames(List<String> cameras, List<String> states) {
    static DatasetNames of(EnvironmentSpec environment) {
        Set<String> taken = new HashSet<>();
        List<String> cameras = free(environment.cameras().stream().map(Camera::name), taken);
        return new DatasetNames(cameras, free(environment.stateNames().stream(), taken));
    }

    private static List<String> free(Stream<String> names, Set<String> taken) {
        List<String> free = new ArrayList<>();
        names.forEach(name -> {
            String wanted = name.replace('/', '_');
            String proper = wanted.isBlank() || wanted.chars().allMatch(letter -> letter == '.') ? "_" : wanted;
            String one = proper;
            for (int number = 2; !taken.add(one); number++) {
                one = proper + "_" + number;
            }
            free.add(one);
        });
        return free;
    }
}
