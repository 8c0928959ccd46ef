import { Loader } from '@mantine/core'

/** In place of a film that is being made ready to play. `done`: how much of it is, 0 to 1. */
export function FilmComing({ poster, done }: { poster: string | undefined; done: number | null }) {
  return (
    <section className="viewer film-coming" aria-label="Film">
      {poster !== undefined && <img src={poster} alt="" />}
      <div className="film-coming-note">
        <p role="status">
          <Loader size={20} color="currentColor" aria-hidden="true" />
          This film is being made ready to play. It appears here when it is.
        </p>
        {done !== null && (
          <p>
            <progress value={done} max={1} aria-label="Made ready so far" />
            {Math.floor(done * 100)} %
          </p>
        )}
      </div>
    </section>
  )
}
