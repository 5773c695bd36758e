package whetstone.model.environment;

/** A camera in the world at one moment: its place and its axes, each as x, y, z. The kart lies flat on the tilted road. */
record Eye(double x, double y, double z, double[] axis, double[] right, double[] up) {
    static Eye on(Track track, KartPose kart, Pinhole pinhole) {
        double along = kart.along();
        double camber = track.camber(along);
        double direction = track.heading(along);
        double[] across = unit(-Math.sin(direction), Math.cos(direction), -camber);
        double[] ahead = unit(Math.cos(direction), Math.sin(direction), track.slope(along));
        double[] normal = unit(
                ahead[1] * across[2] - ahead[2] * across[1],
                ahead[2] * across[0] - ahead[0] * across[2],
                ahead[0] * across[1] - ahead[1] * across[0]);
        double yaw = kart.heading() - direction;
        double[] forward = blend(ahead, Math.cos(yaw), across, Math.sin(yaw));
        double[] right = blend(ahead, -Math.sin(yaw), across, Math.cos(yaw));
        double z = track.z(along) - kart.lateral() * camber;
        return new Eye(
                kart.x() + pinhole.forward() * forward[0] + pinhole.up() * normal[0],
                kart.y() + pinhole.forward() * forward[1] + pinhole.up() * normal[1],
                z + pinhole.forward() * forward[2] + pinhole.up() * normal[2],
                turned(pinhole.axis(), forward, right, normal),
                turned(pinhole.rightAxis(), forward, right, normal),
                turned(pinhole.upAxis(), forward, right, normal));
    }

    /** Turns an offset from the eye in the world into metres along its axis, to its right and upward. */
    void see(double dx, double dy, double dz, double[] into) {
        into[0] = dx * axis[0] + dy * axis[1] + dz * axis[2];
        into[1] = dx * right[0] + dy * right[1] + dz * right[2];
        into[2] = dx * up[0] + dy * up[1] + dz * up[2];
    }

    private static double[] turned(double[] axis, double[] forward, double[] right, double[] normal) {
        double[] world = new double[3];
        for (int i = 0; i < 3; i++) {
            world[i] = axis[0] * forward[i] + axis[1] * right[i] + axis[2] * normal[i];
        }
        return world;
    }

    private static double[] blend(double[] a, double shareA, double[] b, double shareB) {
        return new double[] {a[0] * shareA + b[0] * shareB, a[1] * shareA + b[1] * shareB, a[2] * shareA + b[2] * shareB};
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }
}
