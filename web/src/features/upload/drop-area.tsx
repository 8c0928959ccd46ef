import './drop-area.css'
import { IconUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { droppedFiles } from './dropped-files.ts'
import { planWays } from './plan-ways.ts'
import type { UploadTarget } from './upload-item.ts'
import { useUploadQueue } from './use-upload-queue.ts'

/** While it is on the page, files dropped anywhere are taken. `into` says where they will go. */
export function DropArea({ target, into }: { target: UploadTarget; into: string }) {
  const queue = useUploadQueue()
  const [over, setOver] = useState(false)
  const latest = useRef(target)
  latest.current = target

  useEffect(() => {
    // Every element the pointer crosses says enter and leave: only the balance tells whether it is still inside.
    let depth = 0
    const onEnter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth += 1
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onOver = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const where = latest.current
      void droppedFiles(event.dataTransfer).then((dropped) => queue.addPlaced(planWays(dropped, where)))
    }
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop }
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name as 'drop', listener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name as 'drop', listener)
    }
  }, [queue])

  if (!over) return null
  return (
    <div className="drop-area" aria-hidden="true">
      <div className="drop-area-card">
        <IconUpload size={36} stroke={1.4} />
        <span>Drop to upload {into}</span>
      </div>
    </div>
  )
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
