// Whetstone's eye inside SuperTuxKart: tells the kart's place and velocity fifty times a second of the game's time.
int count = 0;

void whetstoneTick()
{
    Vec3 place = Kart::getLocation(0);
    Vec3 velocity = Kart::getVelocity(0);
    Utils::logInfo("whetstone " + count + " " + place.getX() + " " + place.getY() + " " + place.getZ() + " "
        + velocity.getX() + " " + velocity.getY() + " " + velocity.getZ());
    count = count + 1;
    Utils::setTimeout("whetstoneTick", 0.02);
}

void onStart()
{
    Utils::setTimeout("whetstoneTick", 0.02);
}
