-- The clock of a demo, a simulation or a test: it can be set and sped up. A hospital's database never holds this.
CREATE TABLE IF NOT EXISTS hms.demo_clock (
    id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    real_at timestamptz NOT NULL,
    clinic_at timestamptz NOT NULL,
    speed double precision NOT NULL CHECK (speed >= 0)
);
INSERT INTO hms.demo_clock (real_at, clinic_at, speed) VALUES (clock_timestamp(), clock_timestamp(), 1)
    ON CONFLICT (id) DO NOTHING;

CREATE OR REPLACE FUNCTION hms.hospital_now() RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, pg_temp AS $$
    SELECT clinic_at + (clock_timestamp() - real_at) * speed FROM demo_clock
$$;

-- Set the clock to `p_at`; from then on it runs `p_speed` times as fast as the wall clock (0: it stands still).
CREATE FUNCTION hms.set_clock(p_at timestamptz, p_speed double precision) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM open_month(p_at);
    UPDATE demo_clock SET real_at = clock_timestamp(), clinic_at = p_at, speed = p_speed;
END $$;
GRANT EXECUTE ON FUNCTION hms.set_clock(timestamptz, double precision) TO hms_manager;
GRANT SELECT ON hms.demo_clock TO hms_backup;
